import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const PLAIN = { recalc: false, misconfigured: false };

async function setup(memory: object[]) {
  const { post, get, createDomain } = await api();
  await createDomain({ memory, special_pages: false });
  return {
    map: async (query = '') => (await get(`/domains/1/ept-map${query}`)).body,
    get,
    dmop: (op: string, body: object) => post(`/domains/1/dmop/${op}`, body),
  };
}

describe('GET /domains/{domid}/ept-map', () => {
  it('shows a terabyte of superpages in a few runs', async () => {
    const { map } = await setup([{ first_gfn: 0, nr: 2 ** 28, order: 18 }]);

    expect(await map('?order=18&cells=2048')).toEqual({
      max_mapped_gfn: '0xfffffff',
      first_gfn: '0x0',
      order: 18,
      cells: 2048,
      runs: [
        { first_gfn: '0x0', cells: 1024, type: 'ram_rw', mapping_order: 18, ...PLAIN },
        { first_gfn: '0x10000000', cells: 1024, type: 'mmio_dm', mapping_order: 27, ...PLAIN },
      ],
    });
  });

  it('rounds its beginning down to a cell, and ends where the tables do', async () => {
    const { map } = await setup([{ first_gfn: 0, nr: 4 }]);

    expect(await map('?first_gfn=0xfffffffff&order=9&cells=4')).toMatchObject({
      first_gfn: '0xffffffe00',
      cells: 1,
    });
    expect(await map('?first_gfn=0x1000000000&cells=4')).toMatchObject({ cells: 0, runs: [] });
  });

  it('tells types as Xen would answer now, and marks as the entries still hold them', async () => {
    const { map, dmop } = await setup([{ first_gfn: 0, nr: 1024 }]);
    await dmop('create_ioreq_server', { handle_bufioreq: 0 });
    await dmop('map_mem_type', { id: 0, type: 'ioreq_server', flags: 2 });
    await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: 1, nr: 2 });
    await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: 600, nr: 1 });

    expect((await map('?order=0&cells=4')).runs).toMatchObject([
      { first_gfn: '0x0', cells: 1, type: 'ram_rw' },
      { first_gfn: '0x1', cells: 2, type: 'ioreq_server' },
      { first_gfn: '0x3', cells: 1, type: 'ram_rw' },
    ]);
    expect((await map('?order=9&cells=1')).runs[0].mixed).toEqual([
      { type: 'ram_rw', nr: 510, first_gfn: '0x0' },
      { type: 'ioreq_server', nr: 2, first_gfn: '0x1' },
    ]);

    const preempt = { after_batches: 1 };
    await dmop('map_mem_type', { id: 0, type: 'ioreq_server', flags: 0, preempt });

    const marked = { recalc: true, misconfigured: true };
    expect((await map('?order=9&cells=3')).runs).toMatchObject([
      { cells: 1, type: 'ram_rw', ...PLAIN },
      { cells: 1, type: 'ram_rw', ...marked },
      { cells: 1, type: 'mmio_dm', ...PLAIN },
    ]);
  });

  it('answers errno ESRCH for no domain, and 400 for more cells than it gives', async () => {
    const { get } = await setup([{ first_gfn: 0, nr: 1 }]);

    expect(verdictOf(await get('/domains/9/ept-map'))).toBe('ESRCH');
    expect((await get('/domains/1/ept-map?cells=2049')).status).toBe(400);
    expect((await get('/domains/1/ept-map?order=37')).status).toBe(400);
  });
});
