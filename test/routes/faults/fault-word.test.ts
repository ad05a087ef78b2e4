import { describe, expect, it } from 'vitest';
import { Faults } from '../../../src/hypervisor/faults/faults.js';
import {
  describeFault,
  faultAnswer,
  faultBody,
  faultSpecOf,
} from '../../../src/routes/faults/fault-word.js';
import type { ProblemError } from '../../../src/routes/problems/problem.js';
import { checked } from '../../support/checked.js';

const specOf = (body: object) => faultSpecOf(faultBody.decode(body));

const faultsIn = (body: object) => {
  try {
    specOf(body);
    return [];
  } catch (error) {
    return (error as ProblemError).problem.errors?.map(
      ({ pointer, detail }) => `${pointer} ${detail}`,
    );
  }
};

describe('a fault rule', () => {
  it('is told as it was said, with how far it is', () => {
    const body = {
      op: 'dmop/map_mem_type',
      domid: 1,
      errno: 'EBUSY',
      delay_ms: 5,
      count: 2,
      seed: 9,
    };
    const rule = new Faults().add(specOf(body));
    const told = describeFault(rule);
    expect(told).toEqual({
      ...body,
      id: 1,
      op: 'dmop/map_mem_type_to_ioreq_server',
      probability: 1,
      skip: 0,
      met: 0,
      fired: 0,
    });
    expect(checked(faultAnswer.answer, told)).toBe(true);
  });

  // prettier-ignore
  it.each([
    [{ op: '*', errno: 'EAGAIN' },                              []],
    [{ op: 'dmop/*', after_batches: 1, delay_ms: 1 },           []],
    [{ op: 'exchange', ioservid: 0, silence_ms: null },         []],
    [{ op: 'guest-access', drop: 'after' },                     []],
    [{ op: 'dmop/foo', errno: 'EAGAIN' },                       ['/op there is no operation dmop/foo']],
    [{ op: '__proto__', errno: 'EAGAIN' },                      ['/op there is no operation __proto__']],
    [{ op: 'dmop/unknown', delay_ms: 1 },                       ['/op there is no operation dmop/unknown']],
    [{ op: '*' },                                               [' has none of errno, after_batches, drop, silence_ms, delay_ms']],
    [{ op: '*', errno: 'EAGAIN', drop: 'after' },               ['/drop does not go with errno']],
    [{ op: 'guest-access', errno: 'EAGAIN' },                   ['/errno guest-access cannot have EAGAIN']],
    [{ op: 'dmop/set_mem_type', silence_ms: 1 },                ['/silence_ms dmop/set_mem_type cannot have silence_ms']],
    [{ op: 'dmop/create_ioreq_server', after_batches: 1 },      ['/after_batches dmop/create_ioreq_server cannot have after_batches']],
    [{ op: 'dmop/set_mem_type', ioservid: 1, delay_ms: 1 },     ['/ioservid dmop/set_mem_type is about no ioreq server']],
  ])('%j', (body, faults) => {
    expect(checked(faultBody.schema, body)).toBe(true);
    expect(faultsIn(body)).toEqual(faults);
  });

  it('names the errnos that a call can have', () => {
    expect(faultsIn({ op: 'hvmop/flush_tlbs', errno: 'ENODEV' })?.[0]).toMatch(
      /^\/errno hvmop\/flush_tlbs cannot have ENODEV: it can have E/,
    );
  });

  it.each([
    { probability: 2 },
    { count: 0 },
    { errno: 'ERESTART' },
    { delay_ms: 1e9 },
    { drop: true },
  ])('is not %j', (field) => {
    expect(checked(faultBody.schema, { op: '*', ...field })).toBe(false);
  });
});
