import { describe, expect, it } from 'vitest';
import { api } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await createDomain();
  return {
    typeOf: async (gfn: string) => (await get(`/domains/1/p2m/${gfn}`)).body.type,
    populate: (body: object, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/memory/populate_physmap`, body, {
        'xen-caller-domid': String(caller),
      }),
  };
}

const ONE = { extents: ['0x2000'] };
const NOTHING = { rc: 0, done: 0 };

describe('populate_physmap', () => {
  it('does give RAM', async () => {
    const { populate, typeOf } = await setup();

    expect((await populate({ extents: ['0x2000', '0x2001'] }, { caller: 1 })).body).toEqual({
      rc: 0,
      done: 2,
    });

    expect(await typeOf('0x2001')).toBe('ram_rw');
  });

  it('does mark holes to be populated on demand, though not by the domain itself', async () => {
    const { populate, typeOf } = await setup();
    const marked = { ...ONE, mem_flags: ['populate_on_demand'] };

    expect((await populate(marked, { caller: 1 })).body).toEqual(NOTHING);
    expect((await populate(marked)).body).toEqual({ rc: 0, done: 1 });
    expect(await typeOf('0x2000')).toBe('populate_on_demand');
  });

  it('does give way, and goes on', async () => {
    const { populate } = await setup();
    const two = { extents: ['0x2000', '0x2001'] };

    expect((await populate({ ...two, preempt: { after_batches: 1 } })).body).toEqual({
      rc: -85,
      errno: 'ERESTART',
      done: 1,
    });
    expect((await populate({ ...two, done: 1 })).body).toEqual({ rc: 0, done: 2 });
  });

  // prettier-ignore
  it.each([
    ['an order too large',                  { extent_order: 19 }, {}],
    ['an order too large for a domain',     { extent_order: 10 }, { caller: 1 }],
    ['no such domain',                      {},                   { domid: 9 }],
    ['a domain of which it has no control', {},                   { caller: 2 }],
  ])('never fails: nothing is done for %s', async (_, body, who) => {
    const { populate } = await setup();

    expect((await populate({ ...ONE, ...body }, who)).body).toEqual(NOTHING);
  });

  it('does not let in an unknown flag by name', async () => {
    const { populate } = await setup();

    expect((await populate({ ...ONE, mem_flags: ['hot'] })).status).toBe(400);
  });
});
