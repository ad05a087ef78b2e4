import { describe, expect, it } from 'vitest';
import { GuestStep } from '../../../src/hypervisor/explore/guest-step.js';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { Run } from '../../../src/hypervisor/explore/run.js';
import { EVERYTHING, VCPU_PART } from '../../../src/hypervisor/explore/parts.js';
import { errno } from '../../support/host.js';
import { guestWithClaim, guestWithRam, machineCode } from '../../support/guest.js';

const WRITE = { vcpu: 0, kind: 'write', gpa: 0x3000, size: 4, data: 1n } as const;

function runOf(all: ReturnType<typeof guestWithRam>, request: GuestStep['request'] = WRITE) {
  const place = { host: all.host, domain: all.d1 };
  all.host.resumeVcpu = () => undefined;
  const step = new GuestStep(place, request, ({ outcome, reason }) => reason ?? outcome, true);
  const run = new Run({ ...place, actors: [{ name: 'vcpu0', steps: [step] }], state: () => null });
  const goOn = () => {
    while (run.enabled().length > 0) run.advance(0);
    return run.results()['vcpu0'];
  };
  return { step, run, goOn };
}

describe('GuestStep', () => {
  it('waits until its vcpu is free', () => {
    const all = guestWithRam();
    const { step } = runOf(all);

    all.d1.vcpu(0).access = { id: 1, settled: false };
    expect(step.isReady()).toBe(false);
    all.d1.vcpu(0).access = undefined;
    expect(step.isReady()).toBe(true);
  });

  it('waits for the device model, and goes on when it has answered', () => {
    const all = guestWithClaim();
    const { goOn, step, run } = runOf(all);

    expect(goOn()).toEqual(['ioreq']);
    expect(run.pointOf(0)).toBe('vmentry');
    all.answer();
    expect(goOn()).toEqual(['completed']);
    expect(run.pointOf(0)).toBeUndefined();
    expect(step.access?.trace.length).toBeGreaterThan(0);
  });

  it('has no trace unless it is asked for', () => {
    const { host, d1 } = guestWithRam();
    const step = new GuestStep({ host, domain: d1 }, WRITE, ({ trace }) => trace);
    const actors = [{ name: 'vcpu0', steps: [step] }];
    const run = new Run({ host, domain: d1, actors, state: () => null });

    while (run.enabled().length > 0) run.advance(0);

    expect(run.results()).toEqual({ vcpu0: [[]] });
  });

  it('refuses beforehand what can never begin', () => {
    const { step } = runOf(guestWithRam(), { ...WRITE, vcpu: 99 });

    expect(() => {
      step.check();
    }).toThrow(errno('ENOENT'));
  });

  // prettier-ignore
  it.each<[string, (domain: ReturnType<typeof guestWithRam>['d1']) => unknown, boolean, boolean]>([
    ['nothing',             () => undefined,                                   false, false],
    ['interrupt hardware',  (domain) => domain.interrupts,                     true,  true],
    ['who watches its memory', (domain) => (domain.monitor = new Monitor()),   true,  true],
    ['registers of a device', (domain) => domain.deviceRegisters.set('pit', 1), false, true],
  ])('counts %s as what is not taken down', (_, has, writes, depends) => {
    const all = guestWithRam();
    const { step } = runOf(all);

    has(all.d1);

    expect([step.writesUnseen, step.dependsOnUnseen]).toEqual([writes, depends]);
  });

  it('looks at whether its vcpu has an access only as it begins', () => {
    const { step } = runOf(guestWithRam());
    const access = VCPU_PART.access;

    expect(step.reads('guest') & access).toBe(access);
    expect(step.reads('p2m_lookup') & access).toBe(0);
  });

  it('waits at a fault until what it has read is otherwise', () => {
    const all = guestWithClaim();
    const { goOn, step } = runOf(all);
    all.d1.p2m.claim.disclaim(all.server.id);

    expect(goOn()).toEqual(['refaulting']);
    expect(step.dependsOnUnseen).toBe(false);
    all.retype(3, 'ram_rw');
    expect(goOn()).toEqual(['completed']);
  });

  it('waits at a fault of machine code behind guest tables until some memory is otherwise', () => {
    const all = guestWithClaim();
    all.fill(0x5000, [0x03, 0x60]); // level 4 to 0x6000
    all.fill(0x6000, [0x03, 0x70]);
    all.fill(0x7000, [0x83]); // 2 MiB from 0
    const { cpu, ...code } = machineCode('c60700', { rdi: 0x3000n });
    const { goOn } = runOf(all, { vcpu: 0, kind: 'insn', ...code, cpu: { ...cpu, cr3: 0x5000n } });
    all.d1.p2m.claim.disclaim(all.server.id);

    expect(goOn()).toEqual(['refaulting']);
    all.retype(3, 'ram_rw');
    expect(goOn()).toEqual(['completed']);
  });

  it('waits until some memory is otherwise where it has got nowhere, whatever it does', () => {
    const all = guestWithRam();
    for (const gfn of [3, 4]) all.retype(gfn, 'ram_logdirty');
    const { run, goOn, step } = runOf(all, { vcpu: 0, kind: 'rep_stos', gpa: 0x3ff8, count: 2 });

    run.advance(0);
    step.access?.exits.push(...Array.from({ length: 10_000 }, () => ({ reason: 'IO' }) as const));
    while (step.access?.reason !== 'refaulting') run.advance(0);
    expect([run.pointOf(0), run.enabled(), step.dependsOnUnseen]).toEqual(['vmentry', [], true]);
    all.fill(0x5000, [1]);
    expect(goOn()).toEqual(['completed']);
  });

  it('is panicked when a real host would be', () => {
    const all = guestWithClaim();
    const { step, goOn } = runOf(all);
    expect(step.panicked).toBe(false);
    all.server.ioreqPage.free();

    expect(goOn()).toEqual(['host_panic']);
    expect(step.panicked).toBe(true);
  });

  it('may look at everything where machine code may make a hypercall', () => {
    const all = guestWithRam();

    expect(runOf(all).step.reads('vmexit')).not.toBe(EVERYTHING);
    const machineCodeStep = runOf(all, { ...WRITE, kind: 'insn' }).step;
    expect(machineCodeStep.reads('vmexit')).toBe(EVERYTHING);
    expect(machineCodeStep.reads('guest')).not.toBe(EVERYTHING);
    expect(runOf(all).step.reads('domain_pause')).toBe(EVERYTHING);
  });

  it('has nothing to say of an access that has not begun', () => {
    expect(runOf(guestWithRam()).step.unfinished()).toBeUndefined();
  });
});
