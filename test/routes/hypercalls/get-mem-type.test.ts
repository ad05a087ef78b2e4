import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ memory: [{ first_gfn: 0, nr: 4 }], special_pages: false });
  return {
    post,
    setMemType: (hvmmem_type: string, first_pfn: number) =>
      post('/domains/1/hvmop/set_mem_type', { hvmmem_type, first_pfn, nr: 1 }),
    get: (pfn: string | number, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/hvmop/get_mem_type`, { pfn }, { 'xen-caller-domid': String(caller) }),
  };
}

describe('get_mem_type', () => {
  it('does say what a page is', async () => {
    const { get, setMemType } = await setup();
    await setMemType('ram_ro', 1);
    await setMemType('mmio_dm', 2);

    const types = [];
    for (const pfn of [0, 1, 2]) types.push((await get(pfn)).body);

    expect(types).toEqual([
      { rc: 0, mem_type: 'ram_rw' },
      { rc: 0, mem_type: 'ram_ro' },
      { rc: 0, mem_type: 'mmio_dm' },
    ]);
  });

  it.each(['0x4', '0xfffffffff', '0xffffffffffffffff'])(
    'does say mmio_dm of gfn %s, where there is nothing',
    async (pfn) => {
      const { get } = await setup();

      expect((await get(pfn)).body).toEqual({ rc: 0, mem_type: 'mmio_dm' });
    },
  );

  it('does answer the domain itself', async () => {
    const { get } = await setup();

    expect(verdictOf(await get(0, { caller: 1 }))).toBe('ok');
    expect(verdictOf(await get(0, { domid: 0x7ff0, caller: 1 }))).toBe('ok');
  });

  it('answers errno ESRCH for no domain, EPERM to a stranger, EINVAL for a PV domain, in this order', async () => {
    const { get, post } = await setup();
    await post('/domains', { type: 'pv', memory_mib: 4 });

    expect(verdictOf(await get(0, { domid: 9, caller: 2 }))).toBe('ESRCH');
    expect(verdictOf(await get(0, { domid: 1, caller: 2 }))).toBe('EPERM');
    expect(verdictOf(await get(0, { domid: 2 }))).toBe('EINVAL');
  });

  it('answers errno EOPNOTSUPP as a DMOP, which it never became', async () => {
    const { post } = await setup();

    expect(verdictOf(await post('/domains/1/dmop/get_mem_type', { pfn: 0 }))).toBe('EOPNOTSUPP');
  });

  it.each([
    ['nothing', {}],
    ['what Xen writes', { pfn: 0, mem_type: 0 }],
    ['a pfn as decimal text', { pfn: '1' }],
  ])('does not let in %s', async (_, body) => {
    const { post } = await setup();

    expect((await post('/domains/1/hvmop/get_mem_type', body)).status).toBe(400);
  });
});
