import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { hostWithRam } from '../../support/host.js';

const [LOWEST, NMI, EXTINT] = [0x100, 0x400, 0x700];
const LOGICAL = 0x800;

function setup(spec: object = {}) {
  const { d1, dom0 } = hostWithRam(4, { vcpus: 2, ...spec });
  const { interrupts, vcpus } = d1;
  for (const apic of interrupts.apics) apic.write(APIC.SPURIOUS, 0x1ff);
  const redirect = (pin: number, low: number, high = 0) => {
    for (const [register, value] of [
      [0x11 + 2 * pin, high],
      [0x10 + 2 * pin, low],
    ] as const) {
      interrupts.ioApic?.write(0x00, register);
      interrupts.ioApic?.write(0x10, value);
    }
  };
  return {
    d1,
    interrupts,
    redirect,
    /** Dom0 raises an event channel of the domain's. */
    event: () => {
      const local = d1.eventChannels.bindInterdomain(0, dom0.eventChannels.allocUnbound(1));
      return local;
    },
    requested: () => interrupts.apics.map(({ requested }) => [...requested]),
    pending: (id = 0) => {
      const vcpu = vcpus[id];
      return vcpu && interrupts.pendingFor(vcpu);
    },
    vcpu: vcpus[0]!,
  };
}

describe('Interrupts', () => {
  it('deliver a pin of the I/O APIC where its entry says', () => {
    const { interrupts, redirect, requested } = setup();
    redirect(5, 0x55, 2 * 2 ** 24);
    redirect(6, 0x56 | LOWEST, 0xff * 2 ** 24);
    redirect(7, 0x57 | LOGICAL, 0x01 * 2 ** 24);

    for (const line of [5, 6, 7]) interrupts.lines.assertIsa(line);

    expect(requested()).toEqual([[], [0x55, 0x56]]);
  });

  it('deliver a pin as an NMI', () => {
    const { d1, interrupts, redirect, pending } = setup();
    redirect(5, NMI, 0xff * 2 ** 24);

    interrupts.lines.assertIsa(5);

    expect(d1.vcpus.map(({ nmiPending }) => nmiPending)).toEqual([true, true]);
    expect(pending()).toEqual({ source: 'nmi' });
  });

  it('interrupt again at the end of a level that is still up', () => {
    const { interrupts, redirect, requested } = setup();
    redirect(20, 0x8066);
    interrupts.lines.assertPin(1, 0);
    interrupts.apics[0]?.acknowledge(0x66);

    interrupts.apics[0]?.write(APIC.EOI, 0);

    expect(requested()).toEqual([[0x66], []]);
  });

  it('choose processors of low priority in turn', () => {
    const { interrupts } = setup();

    const chosen = [1, 2, 3].map(() => interrupts.lowestPriority(0xff, false)?.vcpuId);

    expect(chosen).toEqual([1, 0, 1]);
  });

  it('pass what the 8259s ask for through LINT0 of the first that lets it', () => {
    const { interrupts, pending } = setup();
    interrupts.lines.assertIsa(5);
    expect([pending(0), pending(1)]).toEqual([undefined, undefined]);

    interrupts.apics[1]?.write(APIC.LINT0, EXTINT);
    expect([pending(0), pending(1)]).toEqual([undefined, { source: 'pic' }]);
  });

  it('pass what the 8259s ask for through pin 0 of the I/O APIC', () => {
    const { interrupts, redirect, pending } = setup();
    interrupts.lines.assertIsa(5);

    redirect(0, EXTINT, 2 * 2 ** 24);

    expect([pending(0), pending(1)]).toEqual([undefined, { source: 'pic' }]);
  });

  it('tell of events by a vector past the local APIC', () => {
    const { interrupts, event, pending, requested } = setup();
    interrupts.setCallback(0x0200_0000_0000_0093n, true);

    event();

    expect(pending()).toEqual({ source: 'callback', vector: 0x93 });
    expect(requested()).toEqual([[], []]);
  });

  it('tell of events by a vector of the vcpu’s own, if its local APIC is enabled', () => {
    const { interrupts, event, vcpu, requested } = setup();
    vcpu.upcallVector = 0x94;
    interrupts.apics[0]?.write(APIC.SPURIOUS, 0xff);
    event();
    expect(requested()).toEqual([[], []]);

    interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);
    expect(requested()).toEqual([[0x94], []]);
  });

  it('tell of events by a wire, until the guest has seen them all', () => {
    const { d1, interrupts, event } = setup();
    interrupts.setCallback(0x20n, true);
    const ports = [event(), event()];
    expect(interrupts.lines.gsiCount(0x20)).toBe(1);

    d1.eventChannels.clearPending(ports[0]!);
    expect(interrupts.lines.gsiCount(0x20)).toBe(1);

    d1.eventChannels.clearPending(ports[1]!);
    expect(interrupts.lines.gsiCount(0x20)).toBe(0);
  });

  it('know of events that came before anything looked at them', () => {
    const { d1, dom0 } = hostWithRam(4);
    d1.vcpus[0]!.upcallPending = true;
    dom0.eventChannels.allocUnbound(1);

    expect(d1.interrupts.callback.asserted).toBe(true);
  });

  it('tell anew when the way changes, of 4.11 and later', () => {
    const { interrupts, vcpu, requested } = setup();
    vcpu.upcallVector = 0x94;

    interrupts.setCallback(0x20n, false);
    expect(requested()).toEqual([[], []]);

    interrupts.setCallback(0x21n, true);
    expect(requested()).toEqual([[0x94], []]);
  });

  it('forget everything but their wires when they are reset', () => {
    const { interrupts, redirect, requested } = setup();
    redirect(5, 0x55);
    interrupts.lines.assertIsa(5);

    interrupts.reset();

    expect([requested(), interrupts.pics?.output]).toEqual([[[], []], false]);
    expect([interrupts.ioApic?.redirection(5).isMasked, interrupts.lines.gsiCount(5)]).toEqual([
      true,
      1,
    ]);
  });

  it('are local APICs only where no more is emulated', () => {
    const { interrupts, pending } = setup({ emulation: 'lapic' });
    interrupts.reset();

    expect([interrupts.ioApic, interrupts.pics, pending()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('remember the last 256 messages', () => {
    const { interrupts } = setup();

    for (let data = 0; data < 300; data++) interrupts.remember({ addr: 0n, data });

    expect([interrupts.msis.length, interrupts.msis[0]?.data]).toEqual([256, 44]);
  });

  it('leave the wire up while vcpu 0 has not looked', () => {
    const { interrupts, event } = setup();
    event();
    interrupts.callback.setLevel(true);

    interrupts.eventsSeen();

    expect(interrupts.callback.asserted).toBe(true);
  });
});
