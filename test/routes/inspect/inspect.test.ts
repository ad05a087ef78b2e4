import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain({
    memory: [
      { first_gfn: 0, nr: 4 },
      { first_gfn: '0x200', nr: 512 },
    ],
    special_pages: false,
    ...spec,
  });
  return {
    get,
    post,
    setMemType: (hvmmem_type: string, first_pfn: number, nr = 1) =>
      post('/domains/1/hvmop/set_mem_type', { hvmmem_type, first_pfn, nr }),
  };
}

describe('GET /domains/{domid}/p2m', () => {
  it('tells runs of one type, holes too, up to the highest gfn', async () => {
    const { get, setMemType } = await setup();
    await setMemType('ram_ro', 1, 2);

    expect((await get('/domains/1/p2m')).body).toEqual({
      max_mapped_gfn: '0x3ff',
      runs: [
        { first_gfn: '0x0', nr: 1, type: 'ram_rw' },
        { first_gfn: '0x1', nr: 2, type: 'ram_ro' },
        { first_gfn: '0x3', nr: 1, type: 'ram_rw' },
        { first_gfn: '0x4', nr: 508, type: 'mmio_dm' },
        { first_gfn: '0x200', nr: 512, type: 'ram_rw' },
      ],
    });
  });

  it('tells as many as are asked for, in hexadecimal or decimal, beyond the end as well', async () => {
    const { get } = await setup();

    expect((await get('/domains/1/p2m?first_gfn=0x3fe&nr=4')).body.runs).toEqual([
      { first_gfn: '0x3fe', nr: 2, type: 'ram_rw' },
      { first_gfn: '0x400', nr: 2, type: 'mmio_dm' },
    ]);
    expect((await get('/domains/1/p2m?first_gfn=1022&nr=1')).body.runs).toHaveLength(1);
    expect((await get('/domains/1/p2m?first_gfn=0x500')).body.runs).toEqual([]);
  });

  it.each(['first_gfn=x', 'nr=0', 'nr=1.5', 'nr=1048577', 'gfn=1'])(
    'does not let in %s',
    async (query) => {
      const { get } = await setup();

      expect((await get(`/domains/1/p2m?${query}`)).status).toBe(400);
    },
  );
});

describe('GET /domains/{domid}/p2m/{gfn}', () => {
  it('tells what a page is and how large the mapping around it', async () => {
    const { get } = await setup();

    expect((await get('/domains/1/p2m/0x2ff')).body).toEqual({
      gfn: '0x2ff',
      type: 'ram_rw',
      access: 'rwx',
      mfn: '0x12ff',
      order: 9,
    });
  });

  it('tells a hole without a frame', async () => {
    const { get } = await setup();

    expect((await get('/domains/1/p2m/5')).body).toEqual({
      gfn: '0x5',
      type: 'mmio_dm',
      access: 'n',
      order: 0,
    });
  });
});

describe('GET /domains/{domid}/ept/{gfn}', () => {
  it('tells the walk level by level, raw and decoded', async () => {
    const { get, setMemType } = await setup();
    await setMemType('ram_ro', 1);

    const { gfn, outcome, levels } = (await get('/domains/1/ept/0x1')).body;

    expect([gfn, outcome, levels.length]).toEqual(['0x1', 'hit', 4]);
    expect(levels[3]).toEqual({
      level: 0,
      index: 1,
      raw: '0x9c30000001001175',
      r: true,
      w: false,
      x: true,
      emt: 6,
      ipat: true,
      sp: false,
      a: true,
      d: false,
      recalc: false,
      mfn: '0x1001',
      p2mt: 'ram_ro',
      access: 'rwx',
      suppress_ve: true,
    });
  });

  it('ends at a superpage, and where nothing is present', async () => {
    const { get } = await setup();

    expect((await get('/domains/1/ept/0x2ff')).body).toMatchObject({
      outcome: 'hit',
      levels: [{ level: 3 }, { level: 2 }, { level: 1, sp: true, mfn: '0x1200' }],
    });
    expect((await get('/domains/1/ept/0x1000')).body).toMatchObject({ outcome: 'violation' });
    expect((await get('/domains/1/ept/0xfffffffff')).body.outcome).toBe('violation');
  });

  it.each(['p2m', 'p2m/0', 'ept/0'])(
    '%s answers ESRCH for no domain, EINVAL for a PV one',
    async (path) => {
      const { get, post } = await setup();
      await post('/domains', { type: 'pv' });

      expect(verdictOf(await get(`/domains/9/${path}`))).toBe('ESRCH');
      expect(verdictOf(await get(`/domains/2/${path}`))).toBe('EINVAL');
    },
  );
});
