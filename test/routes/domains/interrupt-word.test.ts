import { describe, expect, it } from 'vitest';
import {
  describeIrqs,
  describeVcpuInterrupts,
  irqsAnswer,
  vcpuInterrupts,
} from '../../../src/routes/domains/interrupt-word.js';
import { hostWithRam } from '../../support/host.js';

const [SELECT, WINDOW] = [0x00, 0x10];

describe('describeIrqs', () => {
  it('shows entries of the I/O APIC that the guest has written', () => {
    const { d1 } = hostWithRam(4);
    d1.interrupts.ioApic?.write(SELECT, 0x1a);
    d1.interrupts.ioApic?.write(WINDOW, 0x8155);

    expect(irqsAnswer.encode(describeIrqs(d1.interrupts))['io_apic']).toEqual([
      {
        gsi: 5,
        vector: 0x55,
        delivery: 'lowest',
        destination: 0,
        logical: false,
        level: true,
        masked: false,
        remote_irr: false,
        raw: '0x8155',
      },
    ]);
  });

  it('shows the callback apart from the pins of devices', () => {
    const { d1 } = hostWithRam(4);
    d1.interrupts.setCallback(0x0100_0000_0000_1801n, true);
    d1.interrupts.callback.setLevel(true);
    d1.interrupts.lines.assertPin(3, 0);

    expect(irqsAnswer.encode(describeIrqs(d1.interrupts))).toMatchObject({
      pci_intx: [{ device: 3, intx: 0, link: 3 }],
      event_callback: { via: 'pci_intx', device: 3, pin: 1, asserted: true },
    });
  });
});

describe('describeVcpuInterrupts', () => {
  it('shows what the local APIC holds and how events are told', () => {
    const { d1 } = hostWithRam(4);
    const [vcpu, apic] = [d1.vcpus[0]!, d1.interrupts.apics[0]!];
    apic.write(0xf0, 0x1ff);
    apic.write(0x80, 0x20);
    for (const vector of [0x61, 0x71]) apic.request(vector, false);
    apic.acknowledge(0x71);
    Object.assign(vcpu, { nmiPending: true, upcallVector: 0x94, upcallPending: true });

    expect(vcpuInterrupts.encode(describeVcpuInterrupts(vcpu, apic))).toEqual({
      nmi_pending: true,
      upcall_vector: 0x94,
      upcall_pending: true,
      local_apic: { enabled: true, svr: 0x1ff, tpr: 0x20, irr: [0x61], isr: [0x71] },
    });
  });
});
