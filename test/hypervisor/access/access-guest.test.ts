import { describe, expect, it } from 'vitest';
import {
  beginAccess,
  canGoOn,
  goOn,
  resumeVcpu,
  startAccess,
} from '../../../src/hypervisor/access/access-guest.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';
import { VcpuBusy } from '../../../src/hypervisor/access/vcpu-busy.js';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import { injectEvent } from '../../../src/hypervisor/hvm/inject-event.js';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { enableLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { pointOf, runTask, type Task } from '../../../src/hypervisor/schedule/task.js';
import {
  exitsOf,
  guestWithClaim,
  guestWithRam,
  guestWithServer,
  HOLE,
  machineCode,
  stepsOf,
} from '../../support/guest.js';
import { addServer } from '../../support/host.js';

const SUSPEND = 2;
const CLAIM_WRITES = 0b10;

function pointsOf(task: Task<unknown>): string[] {
  const points: string[] = [];
  for (let step = task.next(false); step.done !== true; step = task.next(false))
    points.push(pointOf(step.value));
  return points;
}

describe('startAccess', () => {
  it('does reads and writes of RAM without an exit', () => {
    const { guest } = guestWithRam();

    expect(guest({ kind: 'write', gpa: 0x3008, size: 8, data: 0x1122334455667788n })).toMatchObject(
      {
        outcome: 'completed',
        exits: [],
      },
    );
    expect(guest({ kind: 'read', gpa: 0x300a, size: 2 })).toMatchObject({ data: 0x5566n });
  });

  it('does the same without a recorder', () => {
    const { d1 } = guestWithRam();

    startAccess(d1, { vcpu: 0, kind: 'write', gpa: 0x3ffc, size: 8, data: 0x1122334455667788n });
    expect(startAccess(d1, { vcpu: 0, kind: 'read', gpa: 0x4000 }).outcome).toBe('completed');
    expect(startAccess(d1, { vcpu: 0, kind: 'read', gpa: 0x4000, size: 4 }).data).toBe(0x11223344n);
    expect(startAccess(d1, { vcpu: 0, kind: 'exec', gpa: 0x4000, size: 1 }).data).toBe(0x44n);
  });

  it('waits for a paused domain without a recorder, too', () => {
    const { host, d1, ram } = guestWithRam();
    host.pauseDomain(1);
    const access = startAccess(d1, { vcpu: 0, kind: 'write', gpa: 0x3000, data: 7n });

    expect([access.outcome, ram(0x3000, 1)]).toEqual(['pending', [0]]);
  });

  it('says which entries the walk saw', () => {
    const { guest } = guestWithRam();
    const access = guest({ kind: 'read', gpa: 0x3000, size: 4 });

    expect(stepsOf(access)).toEqual(['ept_walk', 'ept_walk', 'ept_walk', 'ept_walk', 'hit']);
    expect(access.trace[3]).toMatchObject({
      level: 0,
      gfn: '0x3',
      permissions: 'rwx',
      p2mt: 'ram_rw',
    });
  });

  it('does a read-modify-write and answers the value before', () => {
    const { guest, ram } = guestWithRam();
    guest({ kind: 'write', gpa: 0x3000, size: 4, data: 0xffff_ffffn });

    expect(guest({ kind: 'rmw', gpa: 0x3000, size: 4 })).toMatchObject({ data: 0xffff_ffffn });
    expect(ram(0x3000)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(guest({ kind: 'rmw', op: 'xchg', gpa: 0x3000, size: 2, data: 7n })).toMatchObject({
      data: 0n,
    });
    expect(ram(0x3000)[0]).toBe(7);
  });

  // prettier-ignore
  it.each([
    // kind    gla        page 3            qualification
    ['read',   undefined, 'hole',           '181'],
    ['write',  undefined, 'hole',           '182'],
    ['rmw',    undefined, 'hole',           '183'],
    ['exec',   undefined, 'hole',           '184'],
    ['write',  null,      'hole',           '2'],
    ['write',  undefined, 'ram_ro',         '1aa'],
    ['rmw',    undefined, 'ram_ro',         '1ab'],
    ['write',  null,      'ram_ro',         '2a'],
    ['write',  0x5000,    'ram_ro',         '1aa'],
  ] as const)('reports a %s with gla %s to a page that is %s with qualification 0x%s', (kind, gla, page, qualification) => {
    const { guest, retype } = guestWithRam();
    retype(3, 'ram_ro');
    const gpa = page === 'hole' ? HOLE : 0x3000;

    expect(exitsOf(guest({ kind, gpa, gla, size: 4 }))).toEqual([['EPT_VIOLATION', qualification]]);
  });

  it('answers all ones for a hole that no server has, and drops a write to it', () => {
    const { guest } = guestWithRam();

    expect(guest({ kind: 'read', gpa: HOLE, size: 4 })).toMatchObject({
      outcome: 'completed',
      data: 0xffff_ffffn,
    });
    const write = guest({ kind: 'write', gpa: HOLE, size: 4, data: 1n });
    expect(stepsOf(write).slice(-3)).toEqual([
      'ept_violation',
      'device-model-page',
      'ioreq_server_select',
    ]);
  });

  it('injects #GP for an instruction fetch from a hole', () => {
    const { guest } = guestWithRam();

    expect(guest({ kind: 'exec', gpa: HOLE, size: 1 })).toMatchObject({
      outcome: 'injected',
      exception: { vector: 13, error: 0 },
    });
  });

  it('raises the exception of an instruction that was answered before an event that was to be injected', () => {
    const { insn, answer, fill, d1 } = guestWithServer();
    const tables = [0x2007, 0x3007, 0x4007, HOLE | 7];
    for (const [index, entry] of tables.entries())
      fill(0x1000 * (index + 1), [...new Uint8Array(BigUint64Array.of(BigInt(entry)).buffer)]);
    const { cpu } = insn('90', { rsi: 0n, rdi: 0x5000n });
    // movsd from the device to a page that is not there
    const access = insn('a5', {}, { cpu: { ...cpu, rip: 0x9000n, cr3: 0x1000n } });
    injectEvent(d1, 0, { vector: 6, type: 3, errorCode: 0, insnLength: 0, cr2: 0n });
    answer(5n);
    resumeVcpu(d1, d1.vcpu(0));

    expect(access).toMatchObject({ outcome: 'injected', exception: { vector: 14, cr2: 0x5000n } });
    expect(d1.vcpu(0).injectedEvent).toBeUndefined();
  });

  it('drops a write to ram_ro and never asks a server for it', () => {
    const { host, d1, guest, retype, ram } = guestWithRam();
    const server = addServer(host, d1);
    server.ranges('memory').add(0x3000n, 0x3fffn);
    retype(3, 'ram_ro');
    const access = guest({ kind: 'write', gpa: 0x3000, size: 4, data: 0xffn });

    expect(access).toMatchObject({ outcome: 'completed', ioreqs: [] });
    expect(ram(0x3000)[0]).toBe(0);
    expect(stepsOf(access).slice(-2)).toEqual(['device-model-page', 'write_discarded']);
  });

  it.each([
    ['4.17', [[0x3000, 7n]]],
    ['4.22', []],
  ])('asks for a compare-and-exchange on ram_ro as Xen %s does: %o', (profile, requests) => {
    const { host, d1, guest, retype, ram } = guestWithRam({ profile });
    addServer(host, d1).ranges('memory').add(0x3000n, 0x3fffn);
    retype(3, 'ram_ro');
    const access = guest({ kind: 'rmw', op: 'cmpxchg', gpa: 0x3000, size: 4, data: 7n });

    expect(access.ioreqs.map(({ addr, data }) => [addr, data])).toEqual(requests);
    expect(ram(0x3000, 1)).toEqual([0]);
  });

  it('marks the first write to a clean page and lets it through', () => {
    const { d1, guest, ram } = guestWithRam();
    enableLogDirty(d1.p2m, true);
    const access = guest({ kind: 'write', gpa: 0x3000, size: 1, data: 9n });

    expect(exitsOf(access)).toEqual([
      ['EPT_MISCONFIG', undefined],
      ['EPT_VIOLATION', '1aa'],
    ]);
    expect(ram(0x3000)[0]).toBe(9);
    expect(d1.p2m.logDirty.bitmap.has(3)).toBe(true);
    expect(guest({ kind: 'write', gpa: 0x3000, size: 1, data: 8n }).exits).toEqual([]);
  });

  it('populates memory on demand', () => {
    const { d1, guest } = guestWithRam();
    d1.p2m.pod.mark(0x200, 0);
    d1.p2m.pod.mark(0x201, 0);
    d1.p2m.pod.fill(1);
    const access = guest({ kind: 'write', gpa: 0x20_0000, size: 4, data: 3n });

    expect(access.outcome).toBe('completed');
    expect(stepsOf(access)).toContain('populate');
    expect(guest({ kind: 'read', gpa: 0x20_1000, size: 4 }).outcome).toBe('domain_crash');
  });

  it('lifts a restriction that nobody listens to', () => {
    const { guest, retype, d1 } = guestWithRam();
    retype(3, 'ram_rw', 'r');
    retype(4, 'ram_rw', 'rx2rw');

    expect(exitsOf(guest({ kind: 'write', gpa: 0x3000, size: 1 }))).toEqual([
      ['EPT_VIOLATION', '18a'],
    ]);
    guest({ kind: 'write', gpa: 0x4000, size: 1 });
    expect([d1.p2m.query(3).access, d1.p2m.query(4).access]).toEqual([P2MA.rwx, P2MA.rw]);
  });

  it('shatters a superpage that may not be executed', () => {
    const settings = {
      ept: { adBits: true, execSuperpages: false, superpages2m: true, superpages1g: true },
    };
    const { guest, d1 } = guestWithRam({ memory: [{ firstGfn: 0, nr: 512 }] }, settings);

    expect(exitsOf(guest({ kind: 'exec', gpa: 0x3000, size: 1 }))).toEqual([
      ['EPT_VIOLATION', '19c'],
    ]);
    expect(d1.p2m.query(3).order).toBe(0);
  });

  it('crashes the domain where no rule helps, and keeps every later access waiting', () => {
    const { guest, retype, events } = guestWithRam();
    retype(3, 'grant_map_rw', 'rw');

    expect(guest({ kind: 'exec', gpa: 0x3000, size: 1 })).toMatchObject({
      outcome: 'domain_crash',
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'crash' }));
    expect(guest({ kind: 'read', gpa: 0x1000, size: 1 })).toMatchObject({
      outcome: 'pending',
      reason: 'paused',
    });
  });

  it('crashes the domain on a misconfiguration that nothing explains', () => {
    const { guest, retype } = guestWithRam();
    retype(3, 'ram_rw', 'w');

    expect(guest({ kind: 'read', gpa: 0x3000, size: 1 })).toMatchObject({
      outcome: 'domain_crash',
      exits: [{ reason: 'EPT_MISCONFIG', gpa: 0x3000 }],
    });
  });

  it('resolves a misconfiguration once and finds the page as it was', () => {
    const { d1, guest } = guestWithRam();
    changeEntryTypeGlobal(d1.p2m, P2MT.ram_logdirty, P2MT.ram_rw);

    expect(exitsOf(guest({ kind: 'read', gpa: 0x3000, size: 1 }))).toEqual([
      ['EPT_MISCONFIG', undefined],
    ]);
    expect(guest({ kind: 'read', gpa: 0x3000, size: 1 }).exits).toEqual([]);
  });

  it('waits while its domain is paused and goes on by itself', () => {
    const { host, d1, guest, events } = guestWithRam();
    host.pauseDomain(d1.domid);
    const access = guest({ kind: 'write', gpa: 0x3000, size: 1, data: 1n });

    expect(access).toMatchObject({ outcome: 'pending', reason: 'paused' });
    host.unpauseDomain(d1.domid);
    expect(access).toMatchObject({ outcome: 'completed', reason: undefined });
    expect(events.filter(({ type }) => type === 'access')).toHaveLength(2);
  });

  it('waits for ever with a guest that gets nowhere', () => {
    const access = guestWithRam().insn('ebfe');

    expect(access).toMatchObject({ outcome: 'pending', reason: 'refaulting' });
    expect(stepsOf(access).at(-1)).toBe('refaulting');
  });

  it('refuses a second access on a vcpu that is in one', () => {
    const { host, d1, guest } = guestWithRam();
    host.pauseDomain(d1.domid);
    const first = guest({ kind: 'read', gpa: 0, size: 1 });

    expect(() => guest({ kind: 'read', gpa: 0, size: 1 })).toThrow(VcpuBusy);
    expect(() => guest({ kind: 'read', gpa: 0, size: 1 })).toThrow(
      `vcpu 0 is in access ${first.id}`,
    );
    expect(() => guest({ vcpu: 1, kind: 'read', gpa: 0, size: 1 })).toThrow('has no vcpu 1');
  });
});

describe('an access that nobody records', () => {
  type World = ReturnType<typeof guestWithClaim>;
  const WRITE = { kind: 'write', gpa: 0x3000 } as const;

  // prettier-ignore
  it.each<[string, Parameters<World['guest']>[0], (world: World) => unknown, DomainSpec?]>([
    ['is injected #GP',           { kind: 'exec', gpa: HOLE },       () => undefined],
    ['writes a read-only page',   { kind: 'write', gpa: 0x5000 },    ({ retype }) => { retype(5, 'ram_ro'); }],
    ['copies onto one',           { kind: 'movs', gpa: 0x5000 },     ({ retype }) => { retype(5, 'ram_ro'); }],
    ['adds to it, blindly',       { kind: 'rmw', gpa: 0x5000, gla: null }, ({ retype }) => { retype(5, 'ram_ro'); }],
    ['copies from a hole',        { kind: 'movs', gpa: 0x5000, source: HOLE }, () => undefined],
    ['is answered',               { kind: 'rmw', gpa: 0x3000 },      () => undefined],
    ['is answered from RAM',      { kind: 'rmw', gpa: 0x3000 },      () => undefined, { knobs: { copy_before_mmio: false } }],
    ['is refused',                WRITE,                             ({ server }) => server.page?.set([2], 30)],
    ['meets a server pageless',   WRITE,                             ({ server }) => { server.ioreqPage.free(); }],
    ['refaults',                  WRITE,                             ({ d1, server }) => d1.p2m.claim.disclaim(server.id)],
    ['selects a PCI device',      { kind: 'out', port: 0xcf8 },      () => undefined],
    ['crashes its domain',        { kind: 'exec', gpa: 0x5000 },     ({ retype }) => { retype(5, 'grant_map_rw', 'rw'); }],
    ['meets a misconfiguration',  { kind: 'read', gpa: 0x5000 },     ({ retype }) => { retype(5, 'ram_rw', 'w'); }],
    ['runs out of memory',        { kind: 'read', gpa: 0x20_0000 },  ({ d1 }) => { d1.p2m.pod.mark(0x200, 0); }],
    ['meets a page that left',    { kind: 'read', gpa: 0x5000 },     ({ d1 }) => { d1.vcpu(0).mapcacheInvalidate = true; }],
  ])('%s as one that somebody does', (_, request, prepare, spec) => {
    const run = (recorder?: TraceRecorder) => {
      const world = guestWithClaim(spec);
      prepare(world);
      const access = startAccess(world.d1, { vcpu: 0, ...request }, recorder);
      world.answer();
      world.host.settle(world.d1);
      const { outcome, reason, exits, exception, data, ioreqs } = access;
      return { outcome, reason, exits, exception, data, ioreqs };
    };

    expect(run()).toEqual(run(new TraceRecorder()));
  });
});

describe('canGoOn', () => {
  const READ = { vcpu: 0, kind: 'read', gpa: 0x3000 } as const;

  it('is so of an access that has just begun, and of none that is over', () => {
    const { d1 } = guestWithRam();
    const access = beginAccess(d1, READ);
    expect([access.outcome, canGoOn(access)]).toEqual(['pending', true]);

    resumeVcpu(d1, d1.vcpu(0));
    expect([access.outcome, canGoOn(access)]).toEqual(['completed', false]);
  });

  it('is not so while a device model has the request, or the domain is paused', () => {
    const asking = guestWithServer();
    expect(canGoOn(asking.guest({ kind: 'read', gpa: HOLE }))).toBe(false);

    const paused = guestWithRam();
    paused.host.pauseDomain(1);
    expect(canGoOn(paused.guest({ kind: 'read', gpa: 0x3000 }))).toBe(false);
  });

  it('is so again where the fault that came again and again would not come', () => {
    const { d1, guest, server, retype } = guestWithClaim();
    d1.p2m.claim.disclaim(server.id);
    const access = guest({ kind: 'write', gpa: 0x3000 });
    expect([access.reason, canGoOn(access)]).toEqual(['refaulting', false]);

    retype(3, 'ram_rw');
    expect(canGoOn(access)).toBe(true);
  });
});

describe('goOn', () => {
  const SENT = ['p2m_lookup', 'ioreq_server_select', 'ioreq_send'];
  const UNSENT = SENT.slice(0, 2);
  const IN_VIOLATION = ['p2m_lookup', 'emulate'];

  // prettier-ignore
  it.each([
    // the guest                                                              where another party may act in between
    ['asks a device model',   { kind: 'read', gpa: HOLE },                    [...IN_VIOLATION, ...SENT]],
    ['asks a device of Xen',  { kind: 'read', gpa: 0xfee0_0030 },             ['emulate']],
    ['uses a port',           { kind: 'in', port: 0x600 },                    ['emulate', ...UNSENT]],
    ['writes a claimed page', { kind: 'write', gpa: 0x4000 },                 [...IN_VIOLATION, 'p2m_lookup', 'p2m_ioreq_lock', 'ioreq_send']],
    ['fills a device',        { kind: 'rep_stos', gpa: HOLE, count: 2 },      [...IN_VIOLATION, 'p2m_lookup', ...SENT]],
    ['copies to a device',    { kind: 'rep_movs', gpa: HOLE, count: 2 },      [...IN_VIOLATION, 'p2m_lookup', ...SENT]],
    ['copies to a port',      { kind: 'rep_outs', port: 0x600, count: 2 },    ['emulate', 'p2m_lookup', ...UNSENT]],
    ['meets a marked entry',  { kind: 'read', gpa: 0x5000 },                  ['p2m_lock']],
    ['makes a hypercall',     { kind: 'insn', ...machineCode('0f01c1') },     []],
  ] as const)('where the guest %s stops between exit and entry at each point', (_, request, points) => {
    const { d1, server, retype } = guestWithServer();
    d1.p2m.claim.claim(server.id, CLAIM_WRITES);
    retype(4, 'ioreq_server');
    if ('gpa' in request && request.gpa === 0x5000)
      changeEntryTypeGlobal(d1.p2m, P2MT.ram_logdirty, P2MT.ram_rw);
    const passed = pointsOf(goOn(beginAccess(d1, { vcpu: 0, ...request })));

    expect(passed).toEqual(['vmexit', ...points, 'vmentry']);
  });

  it('has a vcpu in its exit from one point to the next, also where an answer has come', () => {
    const { d1, answer } = guestWithServer();
    const vcpu = d1.vcpu(0);
    const access = beginAccess(d1, { vcpu: 0, kind: 'read', gpa: HOLE });
    const inExit = () => {
      const seen = new Set<boolean>();
      const task = goOn(access);
      for (let step = task.next(false); step.done !== true; step = task.next(false))
        seen.add(vcpu.inExit);
      return [...seen, vcpu.inExit];
    };

    expect(inExit()).toEqual([true, false]);
    access.isRunning = true;
    answer(5n);
    expect(inExit()).toEqual([true, false]);
    expect([access.outcome, access.data]).toEqual(['completed', 5n]);
  });

  it('leaves the guest where a monitor is told', () => {
    const { d1, retype } = guestWithRam();
    d1.monitor = new Monitor();
    retype(3, 'ram_rw', 'r');
    const access = beginAccess(d1, { vcpu: 0, kind: 'write', gpa: 0x3000 });

    expect(pointsOf(goOn(access))).toEqual(['vmexit', 'p2m_lookup']);
    expect(d1.vcpu(0).inExit).toBe(false);
    expect(pointsOf(goOn(access))).toEqual([]);
    expect([access.outcome, access.reason]).toEqual(['monitor_event', 'event']);
  });

  it('stops nowhere while the guest uses its own memory', () => {
    const { d1 } = guestWithRam();

    expect(pointsOf(goOn(beginAccess(d1, { vcpu: 0, kind: 'read', gpa: 0x3000 })))).toEqual([]);
  });
});

describe('an access that a device model answers', () => {
  it('waits for the answer of a read and gets its value', () => {
    const { guest, answer } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE + 4, size: 2 });

    expect(access).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    expect(access.ioreqs).toMatchObject([
      { ioservid: 0, addr: HOLE + 4, size: 2, count: 1, dir: 1 },
    ]);
    expect(answer(0xabcd_ef01n)).toBe(true);
    expect(access).toMatchObject({ outcome: 'completed', data: 0xef01n });
    expect(stepsOf(access).slice(-3)).toEqual(['ioreq_server_select', 'ioreq', 'completion']);
  });

  it('sends the write half alone of a read-modify-write on a claimed page', () => {
    const { guest, answer, ram } = guestWithClaim();
    const access = guest({ kind: 'rmw', gpa: 0x3000, size: 4, data: 5n });

    expect(access.ioreqs).toMatchObject([{ addr: 0x3000, dir: 0, data: 5n }]);
    expect(stepsOf(access)).toEqual([
      ...['ept_walk', 'ept_walk', 'ept_walk', 'ept_walk'],
      ...['ept_violation', 'device-model-page', 'guest_memory', 'ioreq_server_select', 'ioreq'],
    ]);
    answer();
    expect(access).toMatchObject({ outcome: 'completed', data: 0n });
    expect(ram(0x3000)[0]).toBe(0);
  });

  it('asks the owner of a claimed page even where another server has the range', () => {
    const { host, d1, guest, server } = guestWithClaim();
    addServer(host, d1).ranges('memory').add(0x3000n, 0x3fffn);

    expect(guest({ kind: 'write', gpa: 0x3008, size: 8, data: 1n }).ioreqs).toMatchObject([
      { ioservid: server.id, addr: 0x3008 },
    ]);
  });

  it('reads a claimed page without an exit', () => {
    expect(guestWithClaim().guest({ kind: 'read', gpa: 0x3000, size: 8 }).exits).toEqual([]);
  });

  it('cuts an operand of MMIO at the page border and into powers of two', () => {
    const { guest, answer } = guestWithServer();
    const access = guest({ kind: 'write', gpa: HOLE + 0xffd, size: 8, data: 0x8877665544332211n });
    while (!access.settled) answer();

    expect(access.ioreqs.map(({ addr, size, data }) => [addr - HOLE, size, data])).toEqual([
      [0xffd, 2, 0x2211n],
      [0xfff, 1, 0x33n],
      [0x1000, 4, 0x77665544n],
      [0x1004, 1, 0x88n],
    ]);
  });

  it('refaults on a page whose owner is gone until somebody repairs it', () => {
    const { host, d1, guest, server, retype, ram } = guestWithClaim();
    runTask(destroyIoreqServer(d1, host.caller(0), server.id));
    const access = guest({ kind: 'write', gpa: 0x3000, size: 1, data: 4n });

    expect(access).toMatchObject({ outcome: 'pending', reason: 'refaulting' });
    expect(exitsOf(access)).toEqual([['EPT_VIOLATION', '18a']]);
    expect(access.trace.at(-1)).toEqual({ step: 'refaulting', gpa: '0x3000' });
    const trace = stepsOf(access);
    host.settle(d1);
    expect(stepsOf(access)).toEqual(trace);

    retype(3, 'ram_rw');
    host.settle(d1);
    expect(access.outcome).toBe('completed');
    expect(ram(0x3000)[0]).toBe(4);
  });

  it('refaults on an instruction fetch from a claimed page', () => {
    expect(guestWithClaim().guest({ kind: 'exec', gpa: 0x3000, size: 1 })).toMatchObject({
      outcome: 'pending',
      reason: 'refaulting',
    });
  });

  it('injects #GP where nobody owns the page and the profile does not retry', () => {
    const { host, d1, guest, server } = guestWithClaim({ knobs: { null_owner: 'unhandleable' } });
    runTask(destroyIoreqServer(d1, host.caller(0), server.id));

    expect(guest({ kind: 'write', gpa: 0x3000, size: 1 })).toMatchObject({
      outcome: 'injected',
      exception: { vector: 13, error: 0 },
    });
  });

  it('injects #GP where the owner was never enabled', () => {
    const { host, d1, guest, retype } = guestWithRam();
    const server = addServer(host, d1, { enabled: false });
    d1.p2m.claim.claim(server.id, CLAIM_WRITES);
    retype(3, 'ioreq_server');
    const access = guest({ kind: 'write', gpa: 0x3000, size: 1 });

    expect(access).toMatchObject({ outcome: 'injected', exception: { vector: 13, error: 0 } });
    expect(stepsOf(access).slice(-2)).toEqual(['ioreq_refused', 'inject']);
  });

  it('refuses what would bring a real host down, and changes nothing', () => {
    const { d1, guest, server } = guestWithClaim();
    server.ioreqPage.free();
    const access = guest({ kind: 'write', gpa: 0x3000, size: 1 });

    expect(access.outcome).toBe('host_panic');
    expect(access.trace.at(-1)).toMatchObject({ step: 'host_panic', ioservid: 0 });
    expect(d1.vcpus[0]?.access).toBeUndefined();
    expect(d1.vcpus[0]?.io.request.state).toBe(0);
  });

  it('asks for both halves by range before ioreq_server pages had an owner', () => {
    const { host, d1, guest, retype, answer } = guestWithRam({
      knobs: {
        ioreq_server_routing: 'ranges',
        ioreq_server_is_ram: false,
        rmw_read_from_ram: false,
        copy_before_mmio: false,
      },
    });
    addServer(host, d1).ranges('memory').add(0x3000n, 0x3fffn);
    d1.p2m.tables.permissions.ioreqWritesForwarded = true;
    retype(3, 'ioreq_server');
    const access = guest({ kind: 'rmw', gpa: 0x3000, size: 4, data: 1n });
    answer(0x10n);
    answer();

    expect(access.ioreqs.map(({ dir, data }) => [dir, data])).toEqual([
      [1, 0n],
      [0, 0x11n],
    ]);
    expect(access.outcome).toBe('completed');
  });

  it('completes when the answer comes before the request has been sent to its end', () => {
    const { host, guest, answer } = guestWithServer();
    host.onEvent = ({ type }) => {
      if (type === 'ioreq') answer(0x77n);
    };

    expect(guest({ kind: 'read', gpa: HOLE, size: 1 })).toMatchObject({
      outcome: 'completed',
      data: 0x77n,
    });
  });

  it('stays with its device model while the domain is paused, then waits for the domain', () => {
    const { host, d1, guest, answer } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE, size: 1 });
    host.pauseDomain(d1.domid);
    answer(1n);

    expect(access).toMatchObject({ outcome: 'pending', reason: 'paused' });
    host.unpauseDomain(d1.domid);
    expect(access).toMatchObject({ outcome: 'completed', data: 1n });
  });

  it('goes on waiting where it is woken and there is no answer', () => {
    const { d1, guest, server, answer } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE, size: 1 });
    const trace = stepsOf(access);
    d1.eventChannels.arrive(server.requests.portOf(0));
    expect(access).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    expect(stepsOf(access)).toEqual(trace);

    answer(1n);
    expect(access.outcome).toBe('completed');
  });

  it('crashes the domain on a state that does not exist', () => {
    const { d1, guest, server } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE, size: 1 });
    server.page?.set([0xf], 30);
    d1.eventChannels.arrive(server.requests.portOf(0));

    expect([access.outcome, stepsOf(access).at(-1)]).toEqual(['domain_crash', 'ioreq']);
  });

  it('leaves a vcpu waiting for ever whose server has been destroyed', () => {
    const { host, d1, guest, server } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE, size: 1 });
    runTask(destroyIoreqServer(d1, host.caller(0), server.id));
    host.settle(d1);

    expect(access).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
  });

  it('stops before it sends when the domain is shutting down', () => {
    const { host, d1, guest } = guestWithServer({}, { vcpus: 2 });
    host.shutdownDomain(d1.domid, SUSPEND);
    const access = guest({ kind: 'read', gpa: HOLE, size: 1 });

    expect(access).toMatchObject({ outcome: 'pending', reason: 'paused' });
  });

  it('writes a whole string from RAM to a port of a device model', () => {
    // rep outsb
    const { d1, server, insn, answer } = guestWithServer();
    server.ranges('port').add(0x3f8n, 0x3f8n);
    const access = insn('f36e', { rsi: 0x5000n, rdx: 0x3f8n, rcx: 3n });
    for (let nr = 0; nr < 3 && !access.settled; nr++) {
      answer();
      resumeVcpu(d1, d1.vcpu(0));
    }

    expect(access.ioreqs.map(({ count }) => count)).toEqual([3]);
  });
});
