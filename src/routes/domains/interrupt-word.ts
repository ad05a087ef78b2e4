/** Interrupt hardware as JSON says it: the wires and controllers of a domain, and what a vcpu will take. */

import {
  DELIVERY,
  EVENT_TYPE,
  ISA_LINES,
  PCI_DEVICES,
  PCI_LINKS,
  PCI_PINS,
  PINS,
  fieldsOf,
  type CallbackVia,
  type Interrupts,
  type LocalApic,
  type Pic,
  type Vcpu,
} from '../../hypervisor/index.js';
import { array, bool, name } from '../wire/json-words.js';
import { struct, type StructValue } from '../wire/struct.js';
import { oneOf, u32, u64, u8 } from '../wire/wire.js';
import { optional, type Word } from '../wire/word.js';

const VIAS = ['none', 'gsi', 'pci_intx', 'vector'] as const satisfies CallbackVia['type'][];
const RESET_ENTRY = 0x1_0000n;

/** Guests and device models may say what has no name. */
function nameOrNumber(names: Readonly<Record<string, number>>, number: Word<number>): Word<number> {
  const word = oneOf(names, number);
  return { ...word, answer: word.schema };
}

const pin = struct({
  device: u8('The device.'),
  intx: u8('Its pin: 0 for INTA.'),
  link: u8('The link that it belongs to.'),
});

const link = struct({
  isa_irq: u8('The ISA line that it is routed to; 0: none.'),
  asserted_by: u8('How many pins hold it up.'),
});

const gsi = struct({
  gsi: u8('The interrupt.'),
  asserted_by: u8('How many wires hold it up.'),
});

const pic = struct({
  irr: u8('Lines requested, a bit each.'),
  isr: u8('Lines in service.'),
  imr: u8('Lines masked.'),
  elcr: u8('Lines that are level-triggered.'),
  base: u8('Vector of line 0.'),
  output: bool('It asks to be served.'),
});

const redirection = struct({
  gsi: u8('The pin.'),
  vector: u8('The vector.'),
  delivery: nameOrNumber(DELIVERY, u8('How it is delivered.')),
  destination: u8('To which local APICs.'),
  logical: bool('By their logical addresses.'),
  level: bool('Level-triggered.'),
  masked: bool('Not delivered at all.'),
  remote_irr: bool('Delivered as a level and not ended yet.'),
  raw: u64('The entry.'),
});

const callback = struct({
  via: name(VIAS, 'How the guest is told of event channels.'),
  gsi: optional(u8('By which interrupt.')),
  device: optional(u8('By a pin of which device.')),
  pin: optional(u8('By which pin.')),
  vector: optional(u8('By which vector.')),
  asserted: bool('It is told right now.'),
});

const msi = struct({
  addr: u64('Its address.'),
  data: u32('Its data.'),
  vector: u8('The vector.'),
  delivery: nameOrNumber(DELIVERY, u8('How it is delivered.')),
  destination: u8('To which local APICs.'),
  logical: bool('By their logical addresses.'),
});

export const irqsAnswer = struct({
  pci_intx: array(pin, 'Pins that devices hold up.'),
  isa_irqs: array(u8('A line.'), 'ISA lines that devices hold up.'),
  pci_links: array(link, 'The four links.'),
  gsis: array(gsi, 'Interrupts that are up.'),
  pics: optional(struct({ master: pic, slave: pic })),
  io_apic: optional(array(redirection, 'Entries that are not as after reset.')),
  event_callback: callback,
  msi_pirq: optional(u32('The pirq that messages without a vector are mapped to.')),
  msis: array(msi, 'The last messages injected, the newest last.'),
});

const localApic = struct({
  enabled: bool('It takes interrupts.'),
  svr: u32('Its spurious-interrupt register.'),
  tpr: u8('The task priority.'),
  irr: array(u8('A vector.'), 'Vectors requested.'),
  isr: array(u8('A vector.'), 'Vectors in service.'),
});

export const vcpuInterrupts = struct({
  nmi_pending: bool('An NMI is on its way.'),
  upcall_vector: optional(u8('The vector by which it is told of event channels.')),
  upcall_pending: bool('One of its event channels is pending.'),
  local_apic: localApic,
});

export const injectedEvent = struct({
  vector: u8('Its vector.'),
  type: nameOrNumber(EVENT_TYPE, u32('What sort of event.')),
  error_code: u32('Its error code; 0xffffffff: none.'),
  insn_len: u32('Length of the instruction.'),
  cr2: u64('The address of a page fault.'),
});

export function describeIrqs(interrupts: Interrupts): StructValue<typeof irqsAnswer.fields> {
  const { lines, pics, ioApic, callback, msis, msiPirq } = interrupts;
  return {
    pci_intx: assertedPins(interrupts),
    isa_irqs: upTo(ISA_LINES).filter((line) => lines.isIsaAsserted(line)),
    pci_links: upTo(PCI_LINKS).map((link) => ({
      isa_irq: lines.routeOf(link),
      asserted_by: lines.linkCount(link),
    })),
    gsis: upTo(PINS)
      .map((gsi) => ({ gsi, asserted_by: lines.gsiCount(gsi) }))
      .filter(({ asserted_by }) => asserted_by > 0),
    pics: pics && { master: describePic(pics.master), slave: describePic(pics.slave) },
    io_apic: ioApic && redirections(ioApic),
    event_callback: { ...describeVia(callback.via), asserted: callback.asserted },
    msi_pirq: msiPirq,
    msis: msis.map((one) => {
      const { vector, delivery, destination, isLogical } = fieldsOf(one);
      return { ...one, vector, delivery, destination, logical: isLogical };
    }),
  };
}

export function describeVcpuInterrupts(
  { nmiPending, upcallVector, upcallPending }: Vcpu,
  apic: LocalApic,
): StructValue<typeof vcpuInterrupts.fields> {
  return {
    nmi_pending: nmiPending,
    upcall_vector: upcallVector === 0 ? undefined : upcallVector,
    upcall_pending: upcallPending,
    local_apic: {
      enabled: apic.isEnabled,
      svr: apic.spurious,
      tpr: apic.taskPriority,
      irr: [...apic.requested],
      isr: [...apic.inService],
    },
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What Xen would save of them: without the pin by which the guest is told of events. */
function assertedPins({ lines, callback }: Interrupts) {
  const pins = upTo(PCI_DEVICES).flatMap((device) =>
    upTo(PCI_PINS).map((intx) => ({ device, intx, link: (device + intx) % PCI_LINKS })),
  );
  return pins.filter(
    ({ device, intx }) => lines.isPinAsserted(device, intx) && !callback.holds(device, intx),
  );
}

const describePic = ({ requested, inService, masked, levels, base, output }: Pic) => ({
  irr: requested,
  isr: inService,
  imr: masked,
  elcr: levels,
  base,
  output,
});

function redirections(ioApic: NonNullable<Interrupts['ioApic']>) {
  return upTo(PINS)
    .map((gsi) => ({ gsi, ...ioApic.redirection(gsi) }))
    .filter(({ raw }) => raw !== RESET_ENTRY)
    .map(({ isLogical, isLevel, isMasked, remoteIrr, ...entry }) => ({
      ...entry,
      logical: isLogical,
      level: isLevel,
      masked: isMasked,
      remote_irr: remoteIrr,
    }));
}

const describeVia = ({ type, ...how }: CallbackVia) => ({ via: type, ...how });
