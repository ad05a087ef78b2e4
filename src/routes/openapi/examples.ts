/** What answers look like, for the reader of the OpenAPI document. */

const REQUEST = {
  type: 'copy',
  dir: 'write',
  addr: '0x100008',
  data: '0x2a',
  size: 4,
  count: 1,
  df: false,
  data_is_ptr: false,
};

export const DOMAIN = {
  domid: 1,
  name: 'xengt-guest',
  type: 'hvm',
  hap: true,
  vcpus: 1,
  emulation: 'full',
  profile: '4.17',
  knobs: {},
  pages: 16368,
  max_mapped_gfn: '0xfefff',
  entry_count: 0,
  pause_count: 0,
  controller_pause_count: 0,
  ioreq_servers: [],
};

export const IOREQ_SERVER = {
  id: 0,
  emulator: 0,
  enabled: true,
  handle_bufioreq: 'off',
  ranges: { port: [], memory: [], pci: [{ start: '0x10', end: '0x10' }] },
  owns_ioreq_server_pages: true,
  pages: 'gfn',
  ioreq_gfn: '0xfeff0',
  ports: [1],
  pending: [],
};

export const VCPU_BLOCKED = {
  id: 0,
  state: 'blocked_in_xen',
  pause_count: 0,
  waits_for: { ioservid: 0, port: 1 },
  access: { id: 2, outcome: 'pending', reason: 'ioreq' },
  request: REQUEST,
};

export const IRQS = {
  pci_intx: [{ device: 3, intx: 0, link: 3 }],
  isa_irqs: [],
  pci_links: [
    { isa_irq: 0, asserted_by: 0 },
    { isa_irq: 0, asserted_by: 0 },
    { isa_irq: 0, asserted_by: 0 },
    { isa_irq: 11, asserted_by: 1 },
  ],
  gsis: [
    { gsi: 11, asserted_by: 1 },
    { gsi: 28, asserted_by: 1 },
  ],
  pics: {
    master: { irr: 4, isr: 0, imr: 0, elcr: 4, base: 0, output: true },
    slave: { irr: 8, isr: 0, imr: 0, elcr: 0, base: 0, output: true },
  },
  io_apic: [],
  event_callback: { via: 'none', asserted: false },
  msis: [],
};

export const EXCHANGED = {
  ioreqs: [{ seq: 1, vcpu: 0, ...REQUEST, vp_eport: 1, delivery: 1 }],
  bufioreqs: [],
  stale: [],
};

export const ACCESS_DONE = {
  id: 1,
  vcpu: 0,
  outcome: 'completed',
  data: null,
  exits: [],
  ioreqs: [],
  trace: [{ step: 'hit', gpa: '0x100008', mfn: '0x1100', size: 4 }],
};

export const ACCESS_PENDING = {
  id: 2,
  vcpu: 0,
  outcome: 'pending',
  reason: 'ioreq',
  data: null,
  exits: [{ reason: 'EPT_VIOLATION', gpa: '0x100008', qualification: '0x18a' }],
  ioreqs: [{ ioservid: 0, ...REQUEST }],
  trace: [
    { step: 'ept_walk', level: 0, gfn: '0x100', permissions: 'r--', p2mt: 'ioreq_server' },
    { step: 'ept_violation', gpa: '0x100008', qualification: '0x18a' },
    { step: 'device-model-page', p2mt: 'ioreq_server', gfn: '0x100', access: 'rwx' },
  ],
};

/** Entry 0x377: r, w and x, write-back, ignores the PAT, accessed and dirty; 0x8000… suppresses #VE. */
export const EPT_LEVEL = {
  level: 0,
  index: 256,
  raw: '0x9c00000001100377',
  r: true,
  w: true,
  x: true,
  emt: 6,
  ipat: true,
  sp: false,
  a: true,
  d: true,
  recalc: false,
  mfn: '0x1100',
  p2mt: 'ram_rw',
  access: 'rwx',
  suppress_ve: true,
};
