import { describe, expect, it } from 'vitest';
import { enterGuest, hasInterrupt } from '../../../src/hypervisor/hvm/enter-guest.js';
import { injectEvent } from '../../../src/hypervisor/hvm/inject-event.js';
import { injectMsi } from '../../../src/hypervisor/hvm/inject-msi.js';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { hostWithRam } from '../../support/host.js';

const IF = true;
const event = (vector: number, type = 3) => ({
  vector,
  type,
  errorCode: 0xffff_ffff,
  insnLength: 0,
  cr2: 0n,
});

function setup() {
  const { d1, dom0, events } = hostWithRam(4);
  const { interrupts } = d1;
  const vcpu = d1.vcpus[0]!;
  return {
    d1,
    dom0,
    events,
    vcpu,
    /** Made by hand, so that what the domain does by itself is seen. */
    enableApic: () => interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff),
    enter: (interruptFlag = IF) => enterGuest(d1, vcpu, interruptFlag),
    msi: (data: number) => {
      injectMsi(d1, { addr: 0n, data });
    },
  };
}

describe('enterGuest', () => {
  it('takes nothing where nothing is', () => {
    const { d1 } = hostWithRam(4);

    expect(enterGuest(d1, d1.vcpus[0]!, IF)).toBeUndefined();
    expect(d1.hasInterrupts).toBe(false);
  });

  it('takes an injected event before an interrupt, whether or not the guest takes interrupts', () => {
    const { d1, vcpu, enableApic, enter, msi } = setup();
    enableApic();
    msi(0x61);
    injectEvent(d1, 0, event(6));

    expect(enter(!IF)).toEqual({ vector: 6, insnLength: 0 });
    expect([vcpu.injectedEvent, enter(!IF)]).toEqual([undefined, undefined]);
    expect(enter()).toEqual({ vector: 0x61, insnLength: 0 });
    expect(enter()).toBeUndefined();
    expect(d1.shutdown.reason).toBeUndefined();
  });

  it('crashes the domain for an event that no processor takes', () => {
    const { d1, enter, events } = setup();
    injectEvent(d1, 0, event(6, 1));

    expect([enter(), d1.shutdown.reason]).toEqual(['crash', 3]);
    expect(events).toContainEqual(
      expect.objectContaining({
        why: 'vcpu 0 cannot enter the guest with vector 6 as type 1',
      }),
    );
  });

  it('holds back what the task priority does', () => {
    const { d1, enableApic, enter, msi, vcpu } = setup();
    enableApic();
    d1.interrupts.apics[0]?.write(APIC.TASK_PRIORITY, 0xf0);
    msi(0x72);
    expect([enter(), hasInterrupt(d1, vcpu, IF)]).toEqual([undefined, false]);

    d1.interrupts.apics[0]?.write(APIC.TASK_PRIORITY, 0);
    expect([hasInterrupt(d1, vcpu, !IF), hasInterrupt(d1, vcpu, IF)]).toEqual([false, true]);
  });

  it('takes an NMI once, whatever the guest does', () => {
    const { vcpu, enter } = setup();
    vcpu.nmiPending = true;

    expect([enter(!IF), enter(!IF)]).toEqual([{ vector: 2, insnLength: 0 }, undefined]);
  });

  it('takes what the 8259s ask for', () => {
    const { d1, enter, enableApic } = setup();
    enableApic();
    for (const [port, byte] of [
      [0x20, 0x11],
      [0x21, 0x20],
      [0x21, 4],
      [0x21, 1],
    ] as const)
      d1.interrupts.pics?.writePort(port, byte);
    d1.interrupts.apics[0]?.write(APIC.LINT0, 0x700);
    d1.interrupts.lines.assertIsa(5);

    expect([enter(), enter()]).toEqual([{ vector: 0x25, insnLength: 0 }, undefined]);
  });

  it('takes nothing from 8259s that ask without a line, as those of a snapshot may', () => {
    const { d1, enter, enableApic } = setup();
    enableApic();
    d1.interrupts.apics[0]?.write(APIC.LINT0, 0x700);
    const master = d1.interrupts.pics!.master;
    master.restore({ ...master.save(), output: true });

    expect(enter()).toBeUndefined();
  });

  it('takes the vector of events as long as one is pending', () => {
    const { d1, vcpu, enter } = setup();
    d1.interrupts.setCallback(0x0200_0000_0000_0093n, true);
    vcpu.upcallPending = true;

    expect([enter(), enter()]).toEqual([
      { vector: 0x93, insnLength: 0 },
      { vector: 0x93, insnLength: 0 },
    ]);
    expect([...d1.interrupts.apics[0]!.inService]).toEqual([]);
  });
});
