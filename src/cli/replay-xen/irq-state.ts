/** The interrupt controllers of the domain, as its HVM save records have them. */

import { DONE, type Call } from './call-result.js';

interface Irqs {
  readonly pci_intx: readonly { readonly device: number; readonly intx: number }[];
  readonly isa_irqs: readonly number[];
  readonly pci_links: readonly { readonly isa_irq: number }[];
  readonly pics?: { readonly master: Pic; readonly slave: Pic };
  readonly io_apic?: readonly { readonly gsi: number; readonly raw: string }[];
}

type Pic = Readonly<Record<'irr' | 'isr' | 'imr' | 'elcr', number>>;

interface VcpuState {
  readonly interrupts?: {
    readonly local_apic: {
      readonly svr: number;
      readonly irr: readonly number[];
      readonly isr: readonly number[];
    };
  };
}

const PCI_BYTES = 16;
const ISA_BYTES = 2;
const PINS_PER_DEVICE = 4;
/** What a local APIC has before anything has come to it. */
const RESET_SVR = 0xff;

export const IRQ_STATE: Readonly<Record<string, Call>> = {
  irq_state: async (world) => {
    const irqs = (await world.demand('GET', '/irqs')).answer as unknown as Irqs;
    const vcpu = (await world.demand('GET', '/vcpus/0')).answer as unknown as VcpuState;
    const pics = [irqs.pics?.master, irqs.pics?.slave];
    const of = (register: keyof Pic) => pics.map((pic) => pic?.[register] ?? 0);
    const { svr = RESET_SVR, irr = [], isr = [] } = vcpu.interrupts?.local_apic ?? {};
    return {
      ...DONE,
      out: {
        pci_irq: bitsOf(
          irqs.pci_intx.map(({ device, intx }) => device * PINS_PER_DEVICE + intx),
          PCI_BYTES,
        ),
        isa_irq: bitsOf(irqs.isa_irqs, ISA_BYTES),
        pci_link: irqs.pci_links.map(({ isa_irq }) => isa_irq),
        pic_irr: of('irr'),
        pic_isr: of('isr'),
        pic_imr: of('imr'),
        pic_elcr: of('elcr'),
        ioapic_nonreset: (irqs.io_apic ?? []).map(({ gsi, raw }) => [gsi, raw]),
        lapic_irr: irr,
        lapic_isr: isr,
        lapic_svr: `0x${svr.toString(16)}`,
      },
    };
  },
};

/** A bitmap in memory, in hexadecimal. */
function bitsOf(bits: readonly number[], bytes: number): string {
  const map = new Uint8Array(bytes);
  for (const bit of bits) map[bit >> 3] = (map[bit >> 3] ?? 0) | (1 << (bit & 7));
  return Buffer.from(map).toString('hex');
}
