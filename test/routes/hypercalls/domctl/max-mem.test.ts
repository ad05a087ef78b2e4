import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false });
  return {
    maxMem: (max_memkb: unknown, domid = 1) =>
      post(`/domains/${domid}/domctl/max_mem`, { max_memkb }),
    populate: async (gfn: string) =>
      (await post('/domains/1/memory/populate_physmap', { extents: [gfn] })).body.done as number,
    pages: async () =>
      (await post('/domains/1/memory/maximum_reservation', {})).body.pages as number,
  };
}

describe('max_mem', () => {
  it('does bound what a domain may get', async () => {
    const { maxMem, populate } = await setup();

    expect((await maxMem('0x1004')).body).toEqual({ rc: 0 });

    expect([await populate('0x400'), await populate('0x401')]).toEqual([1, 0]);
  });

  it('does take less than there is, and whole pages alone', async () => {
    const { maxMem, populate, pages } = await setup();

    await maxMem(4095);

    expect([await pages(), await populate('0x0')]).toEqual([1023, 0]);
  });

  it('does take any number, and keeps 32 bits of pages', async () => {
    const { maxMem, pages } = await setup();

    await maxMem('0x10000000000');

    expect(await pages()).toBe(0xffff_ffff);
  });

  it('answers errno ESRCH for no domain', async () => {
    const { maxMem } = await setup();

    expect(verdictOf(await maxMem(0, 9))).toBe('ESRCH');
  });

  it('does not let in a negative number', async () => {
    const { maxMem } = await setup();

    expect((await maxMem(-1)).status).toBe(400);
  });
});
