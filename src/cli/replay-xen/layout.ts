/** The domain of the recordings: its RAM, and the registers of its vcpu before each snippet. */

import type { GuestStep } from './recording.js';

/** Where the snippet counts as lying; offsets of RIP are from here. */
export const SNIPPET = 0x1_2000n;

/** The recordings keep these flags of RFLAGS. */
export const RFLAGS_MASK = 0xfd5n;

/** A row of 4 KiB pages, one superpage, a row, a hole, and a row that ends at the highest gfn. */
export const MEMORY = [
  { first_gfn: '0x0', nr: 0x200, order: 0 },
  { first_gfn: '0x200', nr: 0x200, order: 9 },
  { first_gfn: '0x400', nr: 0x400, order: 0 },
  { first_gfn: '0x900', nr: 0x40, order: 0 },
] as const;

/** As many pages as it may have, and as many frames its grant table. */
export const MAX_MEM_KIB = 65_536;
export const MAX_GRANT_FRAMES = 4;

/** The special pages of the scenarios that have any. */
export const SPECIAL_PARAMS = { IOREQ_SERVER_PFN: '0x930', NR_IOREQ_SERVER_PAGES: '0x8' } as const;

/** Pages of its own that the guest's stub writes whenever it runs a snippet: stack, tables, … */
export const STUB_WRITES = [0x11, 0x13, 0x16, 0x17, 0x18] as const;

/** What no recording says but every snippet finds. XMM0 holds the bytes 0xc0 to 0xcf, MM0 the first eight. */
const REGISTERS = {
  rsp: '0x11000',
  rip: `0x${SNIPPET.toString(16)}`,
  xmm0: '0xcfcecdcccbcac9c8c7c6c5c4c3c2c1c0',
  mm0: '0xc7c6c5c4c3c2c1c0',
  idt_base: '0x14000',
} as const;

const IDT_LIMIT = '0x1ff';
/** The recordings of the surface have a whole table. */
const SURFACE_IDT_LIMIT = '0xfff';

export const registersOf = ({
  scenario,
  regs_in,
}: Pick<GuestStep, 'scenario' | 'regs_in'>): Readonly<Record<string, string>> => ({
  ...REGISTERS,
  idt_limit: scenario.startsWith('sf_') ? SURFACE_IDT_LIMIT : IDT_LIMIT,
  ...regs_in,
});
