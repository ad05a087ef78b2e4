import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { Host } from '../../../src/hypervisor/host.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { CREATE_DOMAIN, hostWithRam } from '../../support/host.js';

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
    vcpus,
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
    const { interrupts, redirect, requested, vcpus } = setup();
    redirect(5, 0x55, 2 * 2 ** 24);
    redirect(6, 0x56 | LOWEST, 0xff * 2 ** 24);
    redirect(7, 0x57 | LOGICAL, 0x01 * 2 ** 24);

    for (const line of [5, 6, 7]) interrupts.lines.assertIsa(line);

    expect(requested()).toEqual([[], [0x55, 0x56]]);
    expect(vcpus.map(({ nmiPending }) => nmiPending)).toEqual([false, false]);
  });

  it.each([
    ['an SMI', 0x255],
    ['an NMI', NMI | 0x55],
    ['of low priority for nobody', LOWEST | 0x55],
  ])('request no vector of a pin that is %s', (_, low) => {
    const { interrupts, redirect, requested } = setup();
    redirect(5, low, 5 * 2 ** 24);
    redirect(6, low & ~LOWEST, 0xff * 2 ** 24);
    if ((low & LOWEST) !== 0) redirect(6, 0x1_0000);

    for (const line of [5, 6]) interrupts.lines.assertIsa(line);

    expect(requested()).toEqual([[], []]);
  });

  it('deliver nothing to a local APIC that is disabled', () => {
    const { interrupts, redirect, requested } = setup();
    redirect(5, 0x55, 0xff * 2 ** 24);
    interrupts.apics[1]?.write(APIC.SPURIOUS, 0xff);

    interrupts.lines.assertIsa(5);

    expect(requested()).toEqual([[0x55], []]);
  });

  it('give a vcpu the vector that its local APIC has pending', () => {
    const { interrupts, pending } = setup();
    expect(pending()).toBeUndefined();

    interrupts.apics[0]?.request(0x55, false);

    expect(pending()).toEqual({ source: 'lapic', vector: 0x55 });
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

    interrupts.apics[0]?.acknowledge(0x66);
    interrupts.lines.deassertPin(1, 0);
    interrupts.apics[0]?.write(APIC.EOI, 0);
    expect(requested()).toEqual([[], []]);
  });

  it('choose processors of low priority in turn', () => {
    const { interrupts } = setup();

    const chosen = [1, 2, 3].map(() => interrupts.lowestPriority(0xff, false)?.vcpuId);

    expect(chosen).toEqual([1, 0, 1]);
    expect(interrupts.lowestPriority(0x77, false)).toBeUndefined();
  });

  it('pass what the 8259s ask for through LINT0 of the first that lets it', () => {
    const { interrupts, pending } = setup();
    interrupts.lines.assertIsa(5);
    expect([pending(0), pending(1)]).toEqual([undefined, undefined]);

    interrupts.apics[1]?.write(APIC.LINT0, EXTINT);
    expect([pending(0), pending(1)]).toEqual([undefined, { source: 'pic' }]);

    interrupts.apics[0]?.write(APIC.LINT0, EXTINT);
    expect([pending(0), pending(1)]).toEqual([{ source: 'pic' }, undefined]);
  });

  it('pass what the 8259s ask for through pin 0 of the I/O APIC', () => {
    const { interrupts, redirect, pending } = setup();
    interrupts.lines.assertIsa(5);

    redirect(0, EXTINT, 2 * 2 ** 24);

    expect([pending(0), pending(1)]).toEqual([undefined, { source: 'pic' }]);
  });

  it.each([
    ['masked', 0x1_0000 | EXTINT],
    ['of another mode', 0x50],
  ])('pass nothing through a pin 0 that is %s', (_, low) => {
    const { interrupts, redirect, pending } = setup();
    interrupts.lines.assertIsa(5);

    redirect(0, low, 2 * 2 ** 24);

    expect([pending(0), pending(1)]).toEqual([undefined, undefined]);
  });

  it('tell of events by a vector past the local APIC', () => {
    const { interrupts, event, pending, requested } = setup();
    interrupts.setCallback(0x0200_0000_0000_0093n, true);
    expect(pending()).toBeUndefined();

    event();

    expect(pending()).toEqual({ source: 'callback', vector: 0x93 });
    expect(requested()).toEqual([[], []]);
    interrupts.setCallback(0x20n, false);
    expect([interrupts.lines.gsiCount(0x20), pending()]).toEqual([0, undefined]);
  });

  it('tell of the events of other vcpus by no wire', () => {
    const { d1, interrupts, vcpus } = setup();
    interrupts.setCallback(0x20n, true);
    vcpus[1]!.upcallPending = true;
    vcpus[0]!.upcallPending = true;

    interrupts.assertEvents(d1.vcpu(1));

    expect(interrupts.lines.gsiCount(0x20)).toBe(0);
  });

  it('tell of events by a vector of the vcpu’s own, if its local APIC is enabled', () => {
    const { interrupts, event, vcpu, requested } = setup();
    vcpu.upcallVector = 0x94;
    interrupts.apics[0]?.write(APIC.SPURIOUS, 0xff);
    event();
    expect(requested()).toEqual([[], []]);

    interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);
    expect([requested(), [...interrupts.apics[0]!.level]]).toEqual([[[0x94], []], []]);
  });

  it.each([
    ['no event is pending', 0x94, false],
    ['the vcpu has no vector', 0, true],
  ])('tell nothing as a local APIC is enabled where %s', (_, vector, isPending) => {
    const { interrupts, vcpu, requested } = setup();
    interrupts.setCallback(0x20n, false);
    vcpu.upcallVector = vector;
    vcpu.upcallPending = isPending;

    interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);

    expect([requested(), interrupts.lines.gsiCount(0x20)]).toEqual([[[], []], 0]);
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
    const asserted = [false, true].map((isPending) => {
      const { d1 } = hostWithRam(4);
      d1.vcpus[0]!.upcallPending = isPending;
      return d1.interrupts.callback.asserted;
    });

    expect(asserted).toEqual([false, true]);
  });

  it('are there before the first vcpu is', () => {
    const { interrupts, vcpus } = createDomain(new Host(), 5, CREATE_DOMAIN);

    interrupts.eventsSeen();

    expect([vcpus, interrupts.callback.asserted]).toEqual([[], false]);
  });

  it('have a local APIC for vcpus that come later', () => {
    const domain = createDomain(new Host(), 5, CREATE_DOMAIN);
    const { apics } = domain.interrupts;

    for (const _ of [1, 2]) domain.allocateVcpus();

    expect(apics.map(({ vcpuId }) => vcpuId)).toEqual([0, 1]);
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
    interrupts.apics[0]?.request(0x66, true);
    interrupts.apics[0]?.acknowledge(0x66);
    interrupts.apics[0]?.write(APIC.EOI, 0);
    interrupts.reset();

    expect([interrupts.ioApic, interrupts.pics, pending()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('remember the last 256 messages', () => {
    const { interrupts } = setup();
    expect(interrupts.msis).toEqual([]);

    for (let data = 0; data < 300; data++) interrupts.remember({ addr: 0n, data });

    expect([interrupts.msis.length, interrupts.msis[0]?.data]).toEqual([256, 44]);
  });

  it('go on as they were after they were restored', () => {
    const { interrupts } = setup();
    interrupts.remember({ addr: 0xfee0_0000n, data: 0x61 });
    interrupts.msiPirq = 5;
    interrupts.apics[1]?.write(APIC.LINT0, EXTINT);
    interrupts.lowestPriority(0xff, false);
    const { interrupts: restored } = setup();

    restored.restore(interrupts.save());

    expect(restored.save()).toEqual({
      msis: [{ addr: 0xfee0_0000n, data: 0x61 }],
      msiPirq: 5,
      picTarget: 1,
      lastChosen: 1,
    });
  });

  it('leave the wire up while vcpu 0 has not looked', () => {
    const { interrupts, event } = setup();
    event();
    interrupts.callback.setLevel(true);

    interrupts.eventsSeen();

    expect(interrupts.callback.asserted).toBe(true);
  });
});
