/**
 * The guest's page tables where they matter: everything mapped to itself by 2 MiB pages, but ten
 * pages from 0xc0000000 on that lie here and there.
 */

export const GUEST_CR3 = 0x15000n;

/** Gfns of the pages from 0xc0000000 on. */
const SCATTERED = [0x450, 0x440, 0x470, 0x460, 0x471, 0x461, 0xe0000, 0x462, 0x463, 0x464] as const;

const DIRECTORY_POINTERS = 0x16000;
/** One directory for each of four GiB. */
const DIRECTORIES = [0x17000, 0x18000, 0x19000, 0x1b000] as const;
const SCATTERED_TABLE = 0x1c000;
const ENTRIES = 512;

const PRESENT = 1n;
const WRITABLE = 2n;
const LARGE = 1n << 7n;
const USABLE = PRESENT | WRITABLE;

export const isPaged = (scenario: string): boolean => scenario.startsWith('g_paged_');

export interface Bytes {
  readonly gpa: number;
  readonly bytes: Uint8Array;
}

/** The tables, and what the scattered pages of RAM hold. */
export function guestTables(): Bytes[] {
  const directories = DIRECTORIES.map((gpa, gib) =>
    table(gpa, (index) => (BigInt(gib * ENTRIES + index) << 21n) | LARGE | USABLE),
  );
  return [
    table(Number(GUEST_CR3), (index) => (index === 0 ? BigInt(DIRECTORY_POINTERS) | USABLE : 0n)),
    table(DIRECTORY_POINTERS, (index) => BigInt(DIRECTORIES[index] ?? 0) | USABLE),
    ...directories,
    { gpa: DIRECTORIES[3], bytes: entry(BigInt(SCATTERED_TABLE) | USABLE) },
    table(SCATTERED_TABLE, (index) => scatteredEntry(index, USABLE)),
    ...SCATTERED.map((gfn, page) => ({
      gpa: gfn * 4096,
      bytes: Uint8Array.from({ length: 4096 }, (_, at) => (7 * at + 3 + page) & 0xff),
    })),
  ];
}

/** One of the scattered pages, mapped with other rights. */
export const remapped = (page: number, bits: bigint): Bytes => ({
  gpa: SCATTERED_TABLE + 8 * page,
  bytes: entry(scatteredEntry(page, bits)),
});

export const READ_ONLY = PRESENT;
export const NOT_PRESENT = 0n;

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
