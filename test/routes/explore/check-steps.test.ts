import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

const GOOD = { op: 'hvmop/get_mem_type', args: { pfn: '0x1' } };
const errorsOf = async (body: object) => {
  const { post } = await api();
  const { status, body: problem } = await post('/explore', body);
  return [status, problem.errors];
};

describe('checkSteps', () => {
  it('points at a hypercall that there is not', async () => {
    const setup = [GOOD, { op: 'hvmop/none' }];

    expect(await errorsOf({ setup, actors: { a: [GOOD] } })).toEqual([
      400,
      [{ pointer: '/setup/1/op', detail: 'is no hypercall' }],
    ]);
  });

  it('points at an argument that does not fit, in words of its own schema', async () => {
    const actors = { 'a/b': [GOOD, { op: 'hvmop/get_mem_type', args: { pfn: 'x', more: 1 } }] };
    const [status, errors] = await errorsOf({ actors });

    expect(status).toBe(400);
    expect(errors).toContainEqual({
      pointer: '/actors/a~1b/1/args/more',
      detail: 'is not a field of this request',
    });
  });

  it('takes a call without arguments for one with none', async () => {
    expect(await errorsOf({ actors: { a: [{ op: 'hvmop/get_mem_type' }] } })).toEqual([
      400,
      [{ pointer: '/actors/a/0/args/pfn', detail: 'is missing' }],
    ]);
  });
});
