/** A domain's interrupt hardware in a snapshot: null until something has come to it. */

import type { CallbackVia } from '../irq/event-callback.js';
import type { Interrupts } from '../irq/interrupts.js';
import { PINS } from '../irq/io-apic.js';
import { PCI_DEVICES, PCI_LINKS } from '../irq/interrupt-lines.js';
import { BrokenSnapshot, bits, choice, flag, orNull, whole, type ValueOf } from './field.js';
import { list, record } from './record.js';

const U8 = whole(0xff);
const U32 = whole(0xffff_ffff);
const words = (nr: number) => list(U32, nr);

const APIC = record({
  requested: words(8),
  inService: words(8),
  level: words(8),
  registers: words(64),
});

const PIC = record({
  requested: U8,
  inService: U8,
  masked: U8,
  levels: U8,
  base: U8,
  output: flag,
  rotation: whole(7),
  initialising: U8,
  autoEoi: flag,
  rotatesOnAutoEoi: flag,
  specialMask: flag,
  fullyNested: flag,
  readsService: flag,
  polled: flag,
});

const VIA = record({
  type: choice(['none', 'gsi', 'pci_intx', 'vector'] as const),
  gsi: orNull(whole(PINS - 1)),
  device: orNull(whole(PCI_DEVICES - 1)),
  pin: orNull(whole(3)),
  vector: orNull(U8),
});

export const INTERRUPTS = record({
  apics: list(APIC),
  ioApic: orNull(record({ low: words(PINS), high: words(PINS), selected: U32, id: U8 })),
  pics: orNull(record({ master: PIC, slave: PIC })),
  lines: record({
    pins: list(U8, PCI_DEVICES),
    routes: list(U8, PCI_LINKS),
    linkCounts: list(U8, PCI_LINKS),
    gsiCounts: list(U8, PINS),
    isaLines: whole(0xffff),
  }),
  callback: record({ via: VIA, asserted: flag }),
  msis: list(record({ addr: bits(64), data: U32 })),
  msiPirq: orNull(whole()),
  picTarget: whole(),
  lastChosen: whole(),
});

type Saved = ValueOf<typeof INTERRUPTS>;

export function saveInterrupts(interrupts: Interrupts): Saved {
  const { apics, ioApic, pics, lines, callback } = interrupts;
  const unsaid = { gsi: undefined, device: undefined, pin: undefined, vector: undefined };
  return {
    apics: apics.map((apic) => apic.save()),
    ioApic: ioApic?.save(),
    pics: pics && { master: pics.master.save(), slave: pics.slave.save() },
    lines: lines.save(),
    callback: { via: { ...unsaid, ...callback.via }, asserted: callback.asserted },
    ...interrupts.save(),
    msis: [...interrupts.msis],
  };
}

export function restoreInterrupts(interrupts: Interrupts, saved: Saved, at: string): void {
  const { apics, ioApic, pics, lines, callback } = interrupts;
  if (saved.apics.length !== apics.length)
    throw new BrokenSnapshot(`${at}/apics`, `must be ${apics.length}, one for each vcpu`);
  if ((saved.ioApic === undefined) !== (ioApic === undefined) || !saved.pics !== !pics)
    throw new BrokenSnapshot(at, 'must be of the hardware that the domain has');
  apics.forEach((apic, id) => {
    apic.restore(saved.apics[id]!);
  });
  if (saved.ioApic !== undefined) ioApic?.restore(saved.ioApic);
  if (saved.pics !== undefined) pics?.master.restore(saved.pics.master);
  if (saved.pics !== undefined) pics?.slave.restore(saved.pics.slave);
  lines.restore(saved.lines);
  callback.via = viaOf(saved.callback.via);
  callback.asserted = saved.callback.asserted;
  interrupts.restore(saved);
}

const viaOf = ({ type, ...rest }: Saved['callback']['via']) =>
  ({
    type,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  }) as CallbackVia;
