import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { FLAG } from '../../../src/hypervisor/access/cpu-state.js';
import { injectEvent } from '../../../src/hypervisor/hvm/inject-event.js';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { guestWithRam, guestWithServer, HOLE, machineCode } from '../../support/guest.js';

const UD = { vector: 6, type: 3, errorCode: 0xffff_ffff, insnLength: 0, cr2: 0n };
const INT_0X80 = { ...UD, vector: 0x80, type: 4, insnLength: 2 };
const NOP = '90';
const STI_HLT_CLI = 'fbf4fa';

/** Machine code that the guest executes with interrupts enabled. */
function interruptible(code: string) {
  const { cpu, ...rest } = machineCode(code, {});
  return { kind: 'insn' as const, ...rest, cpu: { ...cpu, rflags: FLAG.FIXED | FLAG.IF } };
}

describe('a vcpu that enters the guest', () => {
  it('takes an injected event before it executes anything', () => {
    const { d1, guest, ram } = guestWithRam();
    injectEvent(d1, 0, UD);

    const access = guest({ kind: 'write', gpa: 0x1000, size: 1, data: 7n });

    expect(access).toMatchObject({ outcome: 'injected', exception: { vector: 6 } });
    expect([ram(0x1000, 1), d1.vcpus[0]?.injectedEvent]).toEqual([[0], undefined]);
  });

  it('takes an event or an NMI although nobody records the access', () => {
    const { d1, ram } = guestWithRam();
    const write = () => startAccess(d1, { vcpu: 0, kind: 'write', gpa: 0x1000, size: 1, data: 7n });
    injectEvent(d1, 0, UD);
    expect(write()).toMatchObject({ outcome: 'injected', exception: { vector: 6 } });

    expect(d1.interrupts.apics).toHaveLength(1);
    d1.vcpu(0).nmiPending = true;
    expect(write()).toMatchObject({ outcome: 'injected', exception: { vector: 2 } });
    expect(ram(0x1000, 1)).toEqual([0]);
  });

  it('pushes the address behind the instruction of a software interrupt', () => {
    const { d1, insn } = guestWithRam();
    const { rip } = machineCode(NOP, {}).cpu;
    injectEvent(d1, 0, INT_0X80);

    const { cpu, exception } = insn(NOP);

    expect([cpu.rip - rip, exception]).toEqual([2n, { vector: 0x80 }]);
  });

  it('takes an event behind an instruction that a device model has completed', () => {
    const { d1, guest, answer } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE, size: 4 });
    injectEvent(d1, 0, UD);
    expect(access.outcome).toBe('pending');

    answer(0xa3a2_a1a0n);

    expect(access).toMatchObject({
      outcome: 'completed',
      data: 0xa3a2_a1a0n,
      exception: { vector: 6 },
    });
  });

  it('crashes the domain with an event that the processor refuses', () => {
    const { d1, guest } = guestWithRam();
    injectEvent(d1, 0, { ...UD, type: 1 });

    expect(guest({ kind: 'read', gpa: 0x1000, size: 1 }).outcome).toBe('domain_crash');
  });

  it('takes an interrupt only while its flag lets it', () => {
    const { d1, insn, guest } = guestWithRam();
    d1.interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);
    d1.interrupts.apics[0]?.request(0x61, false);
    expect(insn(NOP).outcome).toBe('completed');

    expect(guest(interruptible(NOP))).toMatchObject({
      outcome: 'injected',
      exception: { vector: 0x61 },
    });
    expect(guest(interruptible(NOP)).outcome).toBe('completed');
  });

  it('sleeps in a hlt until an interrupt, which an injected event is not', () => {
    const { host, d1, guest } = guestWithRam();
    d1.interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);
    const access = guest(interruptible(STI_HLT_CLI));
    injectEvent(d1, 0, UD);
    host.settle(d1);
    expect([access.outcome, access.reason]).toEqual(['pending', 'event']);

    d1.vcpus[0]!.injectedEvent = undefined;
    d1.interrupts.apics[0]?.request(0x61, false);
    host.settle(d1);
    expect(access).toMatchObject({ outcome: 'injected', exception: { vector: 0x61 } });
  });
});
