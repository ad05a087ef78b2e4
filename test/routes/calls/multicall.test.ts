import { describe, expect, it, vi } from 'vitest';
import { api } from '../../support/api.js';

async function setup() {
  const { post, createDomain, host } = await api();
  await createDomain({ memory: [{ first_gfn: 0, nr: 4 }], special_pages: false });
  const multicall = async (calls: readonly object[], headers = {}) => {
    const { status, body } = await post('/multicall', { calls }, headers);
    return status === 200 ? (body as { results: Record<string, unknown>[] }).results : body;
  };
  return { multicall, createDomain, host };
}

const CREATE = { op: 'dmop/create_ioreq_server', domid: 1, args: { handle_bufioreq: 0 } };
const CLAIM = {
  op: 'dmop/map_mem_type',
  domid: 1,
  args: { id: 0, type: 'ioreq_server', flags: ['write'] },
};

describe('POST /multicall', () => {
  it('makes calls of any kind one after the other', async () => {
    const { multicall } = await setup();

    const results = await multicall([
      CREATE,
      CLAIM,
      { op: 'hvmop/set_mem_type', domid: 1, args: { hvmmem_type: 4, first_pfn: '0x1', nr: 2 } },
      { op: 'hvmop/get_mem_type', domid: 1, args: { pfn: '0x2' } },
      { op: 'memory/maximum_gpfn', domid: 1 },
      { op: 'evtchn/alloc_unbound', domid: 0, args: { remote_dom: 1 } },
    ]);

    expect(results).toMatchObject([
      { rc: 0, id: 0 },
      { rc: 0 },
      { rc: 0 },
      { rc: 0, mem_type: 'ioreq_server' },
      { rc: 0, gpfn: '0x3' },
      { rc: 0 },
    ]);
  });

  it('goes on after what Xen refuses, and tells its errno', async () => {
    const { multicall } = await setup();

    expect(
      await multicall([
        { op: 'dmop/destroy_ioreq_server', domid: 1, args: { id: 3 } },
        { op: 'dmop/nr_vcpus', domid: 9 },
        { op: 'dmop/no_such_op', domid: 1 },
        { op: 'memory/no_such_op', domid: 1 },
        { op: 'dmop/nr_vcpus', domid: 1 },
      ]),
    ).toEqual([
      { rc: -2, errno: 'ENOENT', detail: expect.stringContaining('3') },
      { rc: -3, errno: 'ESRCH', detail: 'there is no domain 9' },
      { rc: -95, errno: 'EOPNOTSUPP', detail: 'there is no dmop/no_such_op' },
      { rc: -38, errno: 'ENOSYS', detail: 'there is no memory/no_such_op' },
      { rc: 0, vcpus: 1 },
    ]);
  });

  it('goes on after arguments that do not fit, and points at them', async () => {
    const { multicall } = await setup();
    const type = 'urn:fakexen:problem:invalid-request';

    const [bad, none, good] = await multicall([
      { op: 'dmop/set_mem_type', domid: 1, args: { mem_type: 0, first_pfn: 0, nr: -1 } },
      { op: 'no/such', domid: 1 },
      { op: 'dmop/set_mem_type', domid: 1, args: { mem_type: 0, first_pfn: 0, nr: 1 } },
    ]);

    expect(bad).toMatchObject({ type, errors: [{ pointer: '/args/nr', detail: 'must be >= 0' }] });
    expect(none).toMatchObject({ type, detail: '/op is no hypercall' });
    expect(good).toEqual({ rc: 0 });
  });

  it('tells what would have taken a real host down', async () => {
    const { multicall, createDomain } = await setup();
    await createDomain({ emulation: 'lapic' });

    const [hazard] = await multicall([
      { op: 'dmop/set_isa_irq_level', domid: 2, args: { isa_irq: 4, level: 1 } },
    ]);

    expect(hazard).toMatchObject({ type: 'urn:fakexen:hazard:host_panic' });
  });

  it('issues calls as the domain of the header, or of the call', async () => {
    const { multicall, createDomain } = await setup();
    await createDomain();
    const call = { op: 'dmop/nr_vcpus', domid: 1 };

    expect(await multicall([call, { ...call, caller: 0 }], { 'xen-caller-domid': '2' })).toEqual([
      expect.objectContaining({ errno: 'EPERM' }),
      { rc: 0, vcpus: 1 },
    ]);
  });

  it('waits for a call that gives way before it makes the next', async () => {
    const { multicall, createDomain } = await setup();
    await createDomain({ memory_mib: 8 });
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));

    const results = await multicall([
      { op: 'dmop/set_mem_type', domid: 2, args: { mem_type: 1, first_pfn: '0x100', nr: 1024 } },
      { op: 'hvmop/get_mem_type', domid: 2, args: { pfn: '0x4ff' } },
      ...Array(70).fill({ op: 'dmop/nr_vcpus', domid: 1 }),
    ]);
    clock.mockRestore();

    expect(results.slice(0, 2)).toEqual([{ rc: 0 }, { rc: 0, mem_type: 'ram_ro' }]);
    expect(results).toHaveLength(72);
  });

  it('tells of a domain that goes while a call gives way', async () => {
    const { multicall, createDomain, host } = await setup();
    await createDomain({ memory_mib: 8 });
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
    const find = host.find.bind(host);
    let looks = 0;
    vi.spyOn(host, 'find').mockImplementation((domid) => (++looks > 2 ? undefined : find(domid)));

    const results = await multicall([
      { op: 'dmop/set_mem_type', domid: 2, args: { mem_type: 1, first_pfn: '0x100', nr: 1024 } },
    ]);
    clock.mockRestore();

    expect(results).toMatchObject([{ errno: 'ESRCH' }]);
  });

  it('does not let in what is no list of calls', async () => {
    const { multicall } = await setup();

    expect(await multicall([{ op: 'dmop/nr_vcpus' }])).toMatchObject({ status: 400 });
    expect(await multicall([{ op: 7, domid: 1 }])).toMatchObject({ status: 400 });
  });
});
