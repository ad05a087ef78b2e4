import { describe, expect, it } from 'vitest';
import { api } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await createDomain();
  return {
    post,
    get,
    give: (body: object, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/memory/decrease_reservation`, body, {
        'xen-caller-domid': String(caller),
      }),
  };
}

describe('decrease_reservation', () => {
  it('does leave holes', async () => {
    const { give, get } = await setup();

    expect((await give({ extents: ['0x100', 0x110] })).body).toEqual({ rc: 0, done: 2 });

    expect((await get('/domains/1/p2m/0x100')).body).toMatchObject({ type: 'mmio_dm' });
    expect((await get('/domains/1/p2m/0x110')).body).toMatchObject({ type: 'mmio_dm' });
    expect((await get('/domains/1/p2m/0x111')).body).toMatchObject({ type: 'ram_rw' });
  });

  it('does stop at what is not there', async () => {
    const { give } = await setup();

    const { body } = await give({ extents: ['0x100', '0x100', '0x101'] });

    expect(body).toEqual({ rc: 0, done: 1 });
  });

  it('does larger extents for dom0 than for the domain itself', async () => {
    const { give } = await setup();
    const large = { extents: ['0x0'], extent_order: 10 };

    expect((await give(large, { caller: 1 })).body).toEqual({ rc: 0, done: 0 });
    expect((await give({ ...large, extent_order: 18 })).body).toEqual({ rc: 0, done: 0 });
    expect((await give({ extents: ['0x200'], extent_order: 9 }, { caller: 1 })).body).toEqual({
      rc: 0,
      done: 1,
    });
  });

  it('gives way after so many extents, and goes on from there', async () => {
    const { give } = await setup();
    const extents = ['0x100', '0x101', '0x102'];

    const { body } = await give({ extents, preempt: { after_batches: 1 } });
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', done: 1 });

    expect((await give({ extents, done: body.done })).body).toEqual({ rc: 0, done: 3 });
  });

  it.each([
    ['no domain', { domid: 9 }],
    ['another domain', { caller: 2 }],
  ])('does nothing for %s', async (_, who) => {
    const { give } = await setup();

    expect((await give({ extents: ['0x100'] }, who)).body).toEqual({ rc: 0, done: 0 });
  });

  it.each([
    ['no extents', {}],
    ['a gfn that is none', { extents: ['100'] }],
    ['an order below 0', { extents: [], extent_order: -1 }],
  ])('does not let in %s', async (_, body) => {
    const { give } = await setup();

    expect((await give(body)).status).toBe(400);
  });
});
