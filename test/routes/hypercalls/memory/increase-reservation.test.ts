import { describe, expect, it } from 'vitest';
import { api } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  return {
    pages: async () => Number((await get('/domains/1')).body.pages),
    increase: (body: object, caller = 0) =>
      post('/domains/1/memory/increase_reservation', body, { 'xen-caller-domid': String(caller) }),
  };
}

describe('increase_reservation', () => {
  it('does give frames that are nowhere to be seen', async () => {
    const { pages, increase } = await setup();
    const before = await pages();

    expect((await increase({ nr_extents: 2, extent_order: 3 })).body).toEqual({ rc: 0, done: 2 });

    expect(await pages()).toBe(before + 16);
  });

  it('does give way, and goes on', async () => {
    const { increase } = await setup();

    const { body } = await increase({ nr_extents: 2, preempt: { after_batches: 1 } });
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', done: 1 });
    expect((await increase({ nr_extents: 2, done: 1 })).body).toEqual({ rc: 0, done: 2 });
  });

  it('never fails: nothing is done of an order too large', async () => {
    const { increase } = await setup();

    const large = { nr_extents: 1, extent_order: 10 };
    expect((await increase(large, 1)).body).toEqual({ rc: 0, done: 0 });
  });

  it('does not let in a negative number', async () => {
    const { increase } = await setup();

    expect((await increase({ nr_extents: -1 })).status).toBe(400);
  });
});
