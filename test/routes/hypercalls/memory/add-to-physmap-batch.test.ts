import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain();
  return (body: object) => post('/domains/1/memory/add_to_physmap_batch', body);
}

const TWO = { space: 'gmfn', idxs: ['0x100', '0x3000'], gpfns: ['0x2000', '0x2001'] };

describe('add_to_physmap_batch', () => {
  it('does say of each what has become of it', async () => {
    const add = await setup();

    expect((await add(TWO)).body).toEqual({ rc: 0, errs: [0, -22] });
  });

  it('does give way, and goes on', async () => {
    const add = await setup();
    const preempt = { after_batches: 1 };

    expect((await add({ ...TWO, preempt })).body).toEqual({
      rc: -85,
      errno: 'ERESTART',
      errs: [0],
    });
    expect((await add({ ...TWO, errs: [0] })).body).toEqual({ rc: 0, errs: [0, -22] });
  });

  // prettier-ignore
  it.each([
    ['a range',         { space: 'gmfn_range' },                                   'EOPNOTSUPP'],
    ['device memory',   { space: 'dev_mmio' },                                     'EACCES'],
    ['no gfn at all',   { gpfns: ['0xffffffffffffffff', 0] },                      'EINVAL'],
    ['too few gfns',    { gpfns: [] },                                             'EFAULT'],
  ])('answers errno for %s', async (_, body, errno) => {
    const add = await setup();

    expect(verdictOf(await add({ ...TWO, ...body }))).toBe(errno);
  });

  it('does not let in a return code above 0', async () => {
    const add = await setup();

    expect((await add({ ...TWO, errs: [1] })).status).toBe(400);
  });
});
