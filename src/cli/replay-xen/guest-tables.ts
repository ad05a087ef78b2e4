/**
 * The guest's page tables where they matter: everything mapped to itself by 2 MiB pages, but ten
 * pages from 0xc0000000 on that lie here and there.
 */

import { PAGE_SIZE, scatteredPage, type Bytes } from './page-pattern.js';
import type { GuestStep } from './recording.js';

const ROOT = 0x1_5000;

const CR0_WP = '0x10000';

const SCATTERED_BASE = 0xc000_0000;
/** Gfns of the pages from there on. */
const SCATTERED = [
  0x450, 0x440, 0x470, 0x460, 0x471, 0x461, 0xe_0000, 0x462, 0x463, 0x464,
] as const;

const DIRECTORY_POINTERS = 0x1_6000;
/** One directory for each of four GiB. */
const DIRECTORIES = [0x1_7000, 0x1_8000, 0x1_9000, 0x1_b000] as const;
const SCATTERED_TABLE = 0x1_c000;
const ENTRIES = 512;

const PRESENT = 1n;
const WRITABLE = 2n;
const LARGE = 1n << 7n;
const USABLE = PRESENT | WRITABLE;

/** Other rights that a step's label speaks of. */
const REMAPPED = [
  { label: /PTE read-only/, bits: PRESENT },
  { label: /PTE not present/, bits: 0n },
] as const;

export const isPaged = (scenario: string): boolean => scenario.startsWith('g_paged_');

/** Write protection is off unless a step's label says otherwise. */
export const pagingRegistersFor = ({ label }: Pick<GuestStep, 'label'>) => ({
  cr0: label.includes('CR0.WP=1') ? CR0_WP : '0x0',
  cr3: `0x${ROOT.toString(16)}`,
});

/** The tables, and what the scattered pages hold. */
export function guestTables(): Bytes[] {
  const directories = DIRECTORIES.map((gpa, gib) =>
    table(gpa, (index) => (BigInt(gib * ENTRIES + index) << 21n) | LARGE | USABLE),
  );
  return [
    table(ROOT, (index) => (index === 0 ? BigInt(DIRECTORY_POINTERS) | USABLE : 0n)),
    table(DIRECTORY_POINTERS, (index) => BigInt(DIRECTORIES[index] ?? 0) | USABLE),
    ...directories,
    { gpa: DIRECTORIES[3], bytes: entry(BigInt(SCATTERED_TABLE) | USABLE) },
    table(SCATTERED_TABLE, (index) => scatteredEntry(index, USABLE)),
    ...SCATTERED.map((gfn, index) => ({ gpa: gfn * PAGE_SIZE, bytes: scatteredPage(index) })),
  ];
}

/** The entry of the page at RDI as it has to be for a step: usable, unless its label says otherwise. */
export function entryFor({ label, regs_in }: GuestStep): Bytes | undefined {
  const page = Math.floor((Number(regs_in['rdi']) - SCATTERED_BASE) / PAGE_SIZE);
  if (SCATTERED[page] === undefined) return undefined;
  const { bits } = REMAPPED.find((row) => row.label.test(label)) ?? { bits: USABLE };
  return { gpa: SCATTERED_TABLE + 8 * page, bytes: entry(scatteredEntry(page, bits)) };
}

const scatteredEntry = (page: number, bits: bigint): bigint => {
  const gfn = SCATTERED[page];
  return gfn === undefined ? 0n : (BigInt(gfn) << 12n) | bits;
};

const entry = (value: bigint): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
};

function table(gpa: number, entryAt: (index: number) => bigint): Bytes {
  const bytes = new Uint8Array(8 * ENTRIES);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < ENTRIES; index++) view.setBigUint64(8 * index, entryAt(index), true);
  return { gpa, bytes };
}
