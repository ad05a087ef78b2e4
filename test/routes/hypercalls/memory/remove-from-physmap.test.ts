import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  return {
    get,
    remove: (gpfn: unknown) => post('/domains/1/memory/remove_from_physmap', { gpfn }),
  };
}

describe('remove_from_physmap', () => {
  it("does leave a hole; the frame stays the domain's", async () => {
    const { get, remove } = await setup();
    const { pages } = (await get('/domains/1')).body;

    expect((await remove('0x100')).body).toEqual({ rc: 0 });

    expect((await get('/domains/1/p2m/0x100')).body.type).toBe('mmio_dm');
    expect((await get('/domains/1')).body.pages).toBe(pages);
  });

  it.each(['0x3000', '0xffffffffffffffff'])('answers ENOENT where nothing is (%s)', async (gfn) => {
    const { remove } = await setup();

    expect(verdictOf(await remove(gfn))).toBe('ENOENT');
  });

  it('does not let in a gfn that is none', async () => {
    const { remove } = await setup();

    expect((await remove('here')).status).toBe(400);
  });
});
