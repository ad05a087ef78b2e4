import { describe, expect, it } from 'vitest';
import {
  entryFor,
  guestTables,
  isPaged,
  pagingRegistersFor,
} from '../../../src/cli/replay-xen/guest-tables.js';
import { guestStep } from '../../support/replay.js';

const PRESENT = 1n;
const WRITABLE = 2n;
const LARGE = 128n;
const SCATTERED_TABLE = 0x1_c000;

const paged = (label: string, rdi = '0xc0002ffe') => guestStep({ label, regs_in: { rdi } });
const entryAt = (bytes: Uint8Array, index = 0) =>
  new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(8 * index, true);

describe('guestTables', () => {
  const tables = new Map(guestTables().map(({ gpa, bytes }) => [gpa, bytes]));

  it('map memory to itself by large pages', () => {
    expect(entryAt(tables.get(0x1_5000)!)).toBe(0x1_6000n | PRESENT | WRITABLE);
    expect(entryAt(tables.get(0x1_6000)!, 1)).toBe(0x1_8000n | PRESENT | WRITABLE);
    expect(entryAt(tables.get(0x1_8000)!, 3)).toBe(0x4060_0000n | LARGE | PRESENT | WRITABLE);
  });

  it('scatter the pages from 0xc0000000 on', () => {
    const table = tables.get(SCATTERED_TABLE)!;

    expect(entryAt(tables.get(0x1_b000)!)).toBe(BigInt(SCATTERED_TABLE) | PRESENT | WRITABLE);
    expect([0, 6, 9, 10].map((index) => entryAt(table, index) >> 12n)).toEqual([
      0x450n,
      0xe_0000n,
      0x464n,
      0n,
    ]);
    expect([...tables.get(0x44_0000)!.subarray(0, 2)]).toEqual([4, 11]);
  });
});

describe('entryFor', () => {
  // prettier-ignore
  it.each([
    ['ram|ram',                       0x47_0000n | PRESENT | WRITABLE],
    ['PTE read-only, CR0.WP=0, page', 0x47_0000n | PRESENT],
    ['PTE not present, mmio frame',   0x47_0000n],
  ])('goes by the label %s', (label, entry) => {
    const bytes = entryFor(paged(label));

    expect(bytes?.gpa).toBe(SCATTERED_TABLE + 16);
    expect(entryAt(bytes!.bytes)).toBe(entry);
  });

  it('leaves pages alone that are not scattered', () => {
    expect(entryFor(paged('ram', '0x400100'))).toBeUndefined();
  });
});

it('is of consequence in scenarios that say so, without write protection unless that is said', () => {
  expect(['g_paged_scattered', 'g_pci'].map(isPaged)).toEqual([true, false]);
  expect(pagingRegistersFor(paged('ram'))).toEqual({ cr0: '0x0', cr3: '0x15000' });
  expect(pagingRegistersFor(paged('PTE read-only, CR0.WP=1'))).toMatchObject({ cr0: '0x10000' });
});
