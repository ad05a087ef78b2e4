import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import { mapMemType, type MapMemType } from '../../../src/hypervisor/hvm/map-mem-type.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { pointOf, Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { entryAt } from '../../support/ept.js';
import { addServer, errno, hostWithRam } from '../../support/host.js';
import { typeAt } from '../../support/p2m.js';

const [IOREQ_SERVER, RAM_RW] = [4, 0];
const [READ, WRITE] = [0b01, 0b10];
const [DOM0, DOM7] = [0, 7];

/** A domain with 4 MiB of RAM and ioreq servers 0 and 1 of dom0's, and how it is called. */
function setup(spec: DomainSpec = {}) {
  const { host, d1 } = hostWithRam(1024, {
    memory: [{ firstGfn: 0, nr: 1024, order: 9 }],
    ...spec,
  });
  for (let id = 0; id < 2; id++) addServer(host, d1);
  const call = (request: Partial<MapMemType>, { caller = DOM0, preempted = false } = {}) => {
    const whole = { id: 0, type: IOREQ_SERVER, flags: WRITE, opaque: 0, ...request };
    return runTask(mapMemType(d1, caller, whole), () => preempted);
  };
  return { d1, p2m: d1.p2m, call };
}

/** The bits of an entry below its frame: permissions, memory type, marks. */
const lowBits = (p2m: P2m, gfn: number, level?: number) =>
  entryAt(p2m.tables, gfn, level)?.slice(-3);

const makeIoreq = (p2m: P2m, ...gfns: number[]) => {
  for (const gfn of gfns) p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);
};

describe('mapMemType', () => {
  it('makes the server the owner of the type, and touches no entry', () => {
    const { p2m, call } = setup();

    expect(call({ id: 1 })).toBeUndefined();

    expect(p2m.claim).toMatchObject({ owner: 1, flags: WRITE });
    expect([lowBits(p2m, 0, 3), p2m.tables.flushes]).toEqual(['107', 0]);
  });

  it('gives the type back without a trace where no page has it', () => {
    const { p2m, call } = setup();
    call({});

    call({ flags: 0 });

    expect(p2m.claim.owner).toBeUndefined();
    expect([lowBits(p2m, 0, 3), p2m.tables.flushes]).toEqual(['107', 0]);
  });

  it('turns every page back that has it, and stops as soon as none is left', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5, 0x101);

    expect(call({ flags: 0 })).toBeUndefined();

    expect([p2m.entryCount, typeAt(p2m, 5), typeAt(p2m, 0x101)]).toEqual([0, 'ram_rw', 'ram_rw']);
    expect([5, 0x205].map((gfn) => lowBits(p2m, gfn))).toEqual(['377', '7ff']);
    expect(() => call({ id: 1 })).not.toThrow();
  });

  it('ends global log-dirty mode on the way, as Xen does', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5);
    p2m.logDirty.global = true;

    call({ flags: 0 });

    expect(p2m.logDirty.global).toBe(false);
  });
});

describe('mapMemType when somebody else should have the CPU', () => {
  it('gives way after 256 gfns, and goes on from there', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5, 0x3ff);

    const restart = call({ flags: 0 }, { preempted: true });
    expect(restart).toEqual(new Restart({ id: 0, type: IOREQ_SERVER, flags: 0, opaque: 0x100 }));
    expect([p2m.entryCount, p2m.claim.owner]).toEqual([1, undefined]);
    expect(() => call({ id: 1 })).toThrow(errno('EBUSY'));

    expect(call({ flags: 0, opaque: 0x100 }, { preempted: true })).toMatchObject({
      args: { opaque: 0x200 },
    });
    expect(call({ flags: 0, opaque: 0x200 }, { preempted: true })).toMatchObject({
      args: { opaque: 0x300 },
    });
    expect(p2m.entryCount).toBe(0);
    expect(call({ flags: 0, opaque: 0x300 }, { preempted: true })).toBeUndefined();
  });

  it('does not give way after the last gfn', () => {
    const { p2m, call } = setup();
    makeIoreq(p2m, 0x3ff);

    expect(call({ flags: 0, opaque: 0x300 }, { preempted: true })).toBeUndefined();
  });

  it('sweeps the last gfn, and not before others have had the CPU', () => {
    const { p2m, call } = setup();
    p2m.setPage(0x400, 0x10_0400, P2MT.ram_rw, P2MA.rwx);
    call({});
    makeIoreq(p2m, 0x400);

    const restarts = [0, 0x300].map((opaque) => call({ flags: 0, opaque }, { preempted: true }));
    expect(restarts).toMatchObject([{ args: { opaque: 0x100 } }, { args: { opaque: 0x400 } }]);
    expect(p2m.entryCount).toBe(1);
    expect(call({ flags: 0, opaque: 0x400 }, { preempted: true })).toBeUndefined();
    expect(p2m.entryCount).toBe(0);
  });

  it('takes up at any gfn without asking who owns the type', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5);

    expect(call({ id: 9, type: RAM_RW, flags: 0, opaque: 1 })).toBeUndefined();
    expect([p2m.claim.owner, p2m.entryCount]).toEqual([0, 1]);
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_rw);
    p2m.claim.disclaim(0);
    expect(call({ id: 9, type: RAM_RW, flags: READ, opaque: 1 })).toBeUndefined();
    expect(p2m.entryCount).toBe(1);
  });
});

describe('mapMemType answers', () => {
  it('EOPNOTSUPP without HAP, or the errno of its day, before all else', () => {
    const noHap = { hap: false, knobs: { shadow_paging: true } };
    const oldNoHap = { hap: false, knobs: { shadow_paging: true, non_hap_errno: 'EINVAL' } };

    expect(() => setup(noHap).call({ type: RAM_RW, opaque: 1 })).toThrow(
      errno('EOPNOTSUPP', 'not HAP'),
    );
    expect(() => setup(oldNoHap).call({})).toThrow(errno('EINVAL'));
  });

  // prettier-ignore
  it.each([
    // errno    request                                caller  says                           why
    ['EINVAL',  { type: RAM_RW, flags: READ, id: 9 },  DOM0,   'memory type 0',               'a type that cannot be claimed, before the flags'],
    ['EINVAL',  { flags: READ, id: 9 },                DOM0,   'flags 1 ask for more',        'reads, before the server'],
    ['EINVAL',  { flags: READ | WRITE },               DOM0,   'flags 3',                     'reads and writes'],
    ['EINVAL',  { flags: 1 << 31 },                    DOM0,   'flags',                       'what no flag is'],
    ['ENOENT',  { id: 9 },                             DOM7,   'ioreq server 9',              'a server that there is not'],
    ['EPERM',   { id: 0, flags: 0 },                   DOM7,   'ioreq server 0',              'a server of another emulator, before its claim'],
    ['EINVAL',  { id: 0, flags: 0 },                   DOM0,   'ioreq server 0 does not own', 'giving back what it does not own'],
    ['EBUSY',   { id: 0 },                             DOM0,   'ioreq server 1 owns',         'a type that another owns'],
    ['EBUSY',   { id: 1 },                             DOM0,   'ioreq server 1 owns',         'a type that it owns itself'],
  ] as const)('%s for %j of d%i: %s', (name, request, caller, says, _) => {
    const { p2m, call } = setup();
    call({ id: 1 });

    expect(() => call(request, { caller })).toThrow(errno(name, says));
    expect(p2m.claim).toMatchObject({ owner: 1, flags: WRITE });
  });

  it('EBUSY while pages of an earlier owner are left', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5);
    p2m.claim.disclaim(0);

    expect(() => call({})).toThrow(errno('EBUSY'));
    p2m.changeTypeOne(5, P2MT.ioreq_server, P2MT.ram_rw);
    expect(() => call({})).not.toThrow();
  });

  it('ENOMEM where a superpage cannot be split, the claim given up all the same', () => {
    const { p2m, call } = setup();
    call({});
    makeIoreq(p2m, 0x205);
    p2m.logDirty.ranges.add(5, 5);
    p2m.tables.pool.available = 0;

    expect(() => call({ flags: 0 })).toThrow(errno('ENOMEM'));
    expect([p2m.claim.owner, p2m.entryCount]).toEqual([undefined, 1]);
  });
});

describe('mapMemType of another day', () => {
  it('pauses the domain while the owner changes, and unpauses it whatever comes of it', () => {
    const { d1, call } = setup({ knobs: { pause_on_map_mem_type: true } });
    const pausedAt = new Map<string, number>();
    const task = mapMemType(d1, DOM0, { id: 0, type: IOREQ_SERVER, flags: WRITE, opaque: 0 });

    for (let step = task.next(false); step.done !== true; step = task.next(false))
      pausedAt.set(pointOf(step.value), d1.pauseCount);

    expect([...pausedAt]).toEqual([
      ['domain_pause', 0],
      ['ioreq_server_lock', 1],
      ['p2m_ioreq_lock', 1],
    ]);
    expect(d1.pauseCount).toBe(0);
    expect(() => call({ id: 9 })).toThrow(errno('ENOENT'));
    expect(d1.pauseCount).toBe(0);
  });

  it('marks nothing for one who claims while pages are left, before they were counted', () => {
    const { p2m, call } = setup({ knobs: { entry_count_guard: false } });
    call({});
    makeIoreq(p2m, 5);
    p2m.claim.disclaim(0);

    call({ id: 1 });

    expect([lowBits(p2m, 0, 3), p2m.entryCount]).toEqual(['107', 1]);
  });

  // prettier-ignore
  it.each([
    // pages are reset  entries then  type then
    ['none',            1,            'ioreq_server'],
    ['lazy',            1,            'ram_rw'],
    ['lazy_and_sweep',  0,            'ram_rw'],
  ] as const)('resets pages by %s: %i left, which read as %s', (reset, left, type) => {
    const { p2m, call } = setup({ knobs: { reset_on_unmap: reset } });
    call({});
    makeIoreq(p2m, 5);

    call({ flags: 0 });

    expect([p2m.entryCount, typeAt(p2m, 5)]).toEqual([left, type]);
  });

  it('names the points where others may come in between', () => {
    const { d1, p2m, call } = setup();
    call({});
    makeIoreq(p2m, 5);
    const points: string[] = [];
    const task = mapMemType(d1, DOM0, { id: 0, type: IOREQ_SERVER, flags: 0, opaque: 0 });

    for (let step = task.next(false); step.done !== true; step = task.next(false))
      points.push(pointOf(step.value));

    expect(points).toEqual([
      'ioreq_server_lock',
      'p2m_ioreq_lock',
      'p2m_lock',
      'p2m_lock',
      'preempt_check',
    ]);
  });
});
