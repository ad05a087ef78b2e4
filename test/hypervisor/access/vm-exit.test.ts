import { describe, expect, it } from 'vitest';
import { runStateOf } from '../../../src/hypervisor/run-state.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { GPR } from '../../../src/hypervisor/access/cpu-state.js';
import { exitsOf, guestWithRam, guestWithServer, HOLE } from '../../support/guest.js';

describe('resolveStop', () => {
  it('resolves a misconfiguration and tries again', () => {
    const { d1, guest } = guestWithRam();
    changeEntryTypeGlobal(d1.p2m, P2MT.ram_logdirty, P2MT.ram_rw);
    const access = guest({ kind: 'read', gpa: 0x3000 });

    expect(exitsOf(access)).toEqual([['EPT_MISCONFIG', undefined]]);
    expect(access.trace[4]).toEqual({
      step: 'ept_misconfig',
      gpa: '0x3000',
      resolved: true,
      spurious: false,
    });
  });

  it('crashes the domain on a misconfiguration that nothing explains', () => {
    const { guest, retype, events } = guestWithRam();
    retype(3, 'ram_rw', 'w');

    expect(guest({ kind: 'read', gpa: 0x3000 }).outcome).toBe('domain_crash');
    expect(events).toContainEqual(
      expect.objectContaining({ why: 'unresolved EPT misconfiguration at gpa 0x3000' }),
    );
  });

  it('emulates a port', () => {
    const access = guestWithRam().guest({ kind: 'in', port: 0x600, size: 2 });

    expect(access).toMatchObject({ outcome: 'completed', data: 0xffffn });
    expect(access.exits).toEqual([{ reason: 'IO', port: 0x600 }]);
    expect(access.trace[0]).toEqual({ step: 'io_exit', port: '0x600', size: 2, dir: 'read' });
  });

  it('injects #GP for a string from a port to memory that cannot be written', () => {
    const { guest, retype } = guestWithRam();
    retype(3, 'grant_map_ro');

    expect(guest({ kind: 'ins', port: 0x600, gpa: 0x3000, size: 1 })).toMatchObject({
      outcome: 'injected',
      exception: { vector: 13 },
    });
  });

  it('injects an exception of the processor without an exit', () => {
    expect(guestWithRam().insn('0f0b')).toMatchObject({
      outcome: 'injected',
      exception: { vector: 6 },
      exits: [],
    });
  });

  it('lets a guest that halts wait for an event, behind the hlt', () => {
    const { d1, insn } = guestWithRam();
    // sti; hlt
    expect(insn('fbf4')).toMatchObject({
      outcome: 'pending',
      reason: 'event',
      cpu: { rip: 0x9002n },
    });
    expect(runStateOf(d1, d1.vcpu(0))).toBe('halted');
  });

  it('takes a vcpu down that halts with interrupts off', () => {
    const { d1, insn } = guestWithRam();

    expect(insn('f4')).toMatchObject({ outcome: 'pending', reason: 'paused' });

    expect([d1.vcpu(0).isDown, d1.shutdown.reason]).toEqual([true, 0]);
  });

  it('lets a guest wait that exits again and again, and goes on with it when it is woken', () => {
    const { host, d1, insn } = guestWithRam();
    // here: inc eax; mov [rdi], eax; jmp here
    const access = insn('ffc0 8907 ebfa', { rdi: BigInt(HOLE) });
    expect(access).toMatchObject({ outcome: 'pending', reason: 'refaulting' });
    expect(access.exits).toHaveLength(10_000);

    host.settle(d1);
    expect(access.cpu.gpr[GPR.rax]).toBe(20_001n);
  });

  it('makes a hypercall', () => {
    const access = guestWithRam().insn('0f01c1', {}, { hypercall: () => 5 });

    expect(access.cpu.gpr[GPR.rax]).toBe(5n);
  });
});

describe('completeInstruction', () => {
  it('finishes what an answer has come for', () => {
    const { insn, answer } = guestWithServer();
    const access = insn('8b07 ffc0', { rdi: BigInt(HOLE) });
    answer(0x10n);

    expect(access.outcome).toBe('completed');
    expect(access.cpu.gpr[GPR.rax]).toBe(0x11n);
  });

  it('begins anew where the answer cannot be put where it belongs', () => {
    const { guest, retype, answer } = guestWithServer();
    const access = guest({ kind: 'movs', source: HOLE, gpa: 0x5000, size: 4 });
    retype(5, 'grant_map_ro');
    answer(5n);

    expect(access.trace).toContainEqual({
      step: 'retry',
      why: 'the emulation gave up after an answer',
    });
    expect([access.reason, access.ioreqs.length]).toEqual(['ioreq', 2]);
  });

  it('finishes a port access', () => {
    const { d1, guest, answer, server } = guestWithServer();
    server.ranges('port').add(0x600n, 0x603n);
    const access = guest({ kind: 'in', port: 0x600, size: 1 });
    answer(0x1_0042n);

    expect(access).toMatchObject({ outcome: 'completed', data: 0x42n });
    expect(d1.vcpu(0).io.completion).toBe('none');
  });
});
