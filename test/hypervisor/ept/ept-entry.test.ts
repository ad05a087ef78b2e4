import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  decodeEntry,
  isMarked,
  mfnOf,
  rawOf,
  typeOf,
  type EptEntry,
  type EptEntryLayout,
} from '../../../src/hypervisor/ept/ept-entry.js';

const loOf = (raw: bigint) => Number(raw & 0xffff_ffffn);
const hiOf = (raw: bigint) => Number(raw >> 32n);
const decode = (raw: bigint, layout?: EptEntryLayout) => decodeEntry(loOf(raw), hiOf(raw), layout);

/** An entry in a line: permissions, memory type, flags, type, access, frame. */
function line(raw: bigint): string {
  const { r, w, x, emt, ipat, sp, a, d, recalc, suppressVe, p2mt, access, mfn } = decode(raw);
  const letters = `${r ? 'r' : '-'}${w ? 'w' : '-'}${x ? 'x' : '-'}`;
  const flags = Object.entries({ ipat, sp, a, d, recalc, suppressVe }).flatMap(([name, on]) =>
    on ? [name] : [],
  );
  return `${letters} emt ${emt} ${p2mt} ${access} 0x${mfn.toString(16)} ${flags.join(' ')}`;
}

describe('decodeEntry', () => {
  // prettier-ignore
  it.each([
    // an entry that Xen wrote  what it says
    ['9c00000100200377',    'rwx emt 6 ram_rw rwx 0x100200 ipat a d suppressVe'],
    ['9c000001006003f7',    'rwx emt 6 ram_rw rwx 0x100600 ipat sp a d suppressVe'],
    ['9cf0000100205171',    'r-- emt 6 ioreq_server rwx 0x100205 ipat a suppressVe'],
    ['9cf0000100205373',    'rw- emt 6 ioreq_server rwx 0x100205 ipat a d suppressVe'],
    ['9c200001002001f5',    'r-x emt 6 ram_logdirty rwx 0x100200 ipat sp a suppressVe'],
    ['9c500000fe000307',    'rwx emt 0 mmio_direct rwx 0xfe000 a d suppressVe'],
    ['9c40000100801000',    '--- emt 0 mmio_dm rwx 0x100801 suppressVe'],
    ['9c6ffffffffff080',    '--- emt 0 populate_on_demand rwx 0xffffffffff sp suppressVe'],
    ['8800000108002372',    '-w- emt 6 ram_rw w 0x108002 ipat a d suppressVe'],
    ['9c0000000000053f',    'rwx emt 7 ram_rw rwx 0x0 a recalc suppressVe'],
    ['9c000001006007ff',    'rwx emt 7 ram_rw rwx 0x100600 ipat sp a d recalc suppressVe'],
    ['8000000100600300',    '--- emt 0 ram_rw n 0x100600 a d suppressVe'],
    ['8000000000000000',    '--- emt 0 ram_rw n 0x0 suppressVe'],
  ])('reads %s: %s', (raw, expected) => {
    expect(line(BigInt(`0x${raw}`))).toBe(expected);
  });

  it('reads every field of what was put together from fields', () => {
    const anyEntry: fc.Arbitrary<EptEntry> = fc.record({
      r: fc.boolean(),
      w: fc.boolean(),
      x: fc.boolean(),
      emt: fc.nat(7),
      ipat: fc.boolean(),
      sp: fc.boolean(),
      a: fc.boolean(),
      d: fc.boolean(),
      recalc: fc.boolean(),
      snp: fc.boolean(),
      mfn: fc.maxSafeNat().map((n) => n % 2 ** 40),
      p2mt: fc.constantFrom(...(Object.keys(P2MT) as (keyof typeof P2MT)[])),
      access: fc.constantFrom(...(Object.keys(P2MA) as (keyof typeof P2MA)[])),
      suppressVe: fc.boolean(),
    });
    const layouts = [['access_58', 58n] as const, ['access_59', 59n] as const];

    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...layouts), (entry, [layout, accessAt]) => {
        expect(decode(encode(entry, accessAt), layout)).toEqual(entry);
      }),
    );
  });
});

/** The fields at the bits of the manual and of Xen's ept_entry_t. */
function encode(entry: EptEntry, accessAt: bigint): bigint {
  const bit = (on: boolean, at: bigint) => BigInt(on) << at;
  return (
    bit(entry.r, 0n) |
    bit(entry.w, 1n) |
    bit(entry.x, 2n) |
    (BigInt(entry.emt) << 3n) |
    bit(entry.ipat, 6n) |
    bit(entry.sp, 7n) |
    bit(entry.a, 8n) |
    bit(entry.d, 9n) |
    bit(entry.recalc, 10n) |
    bit(entry.snp, 11n) |
    (BigInt(entry.mfn) << 12n) |
    (BigInt(P2MT[entry.p2mt]) << 52n) |
    (BigInt(P2MA[entry.access]) << accessAt) |
    bit(entry.suppressVe, 63n)
  );
}

describe('rawOf, mfnOf and typeOf', () => {
  it('put the words together, and take frame and type out, whatever the sign of the words', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), (raw) => {
        for (const [lo, hi] of [
          [loOf(raw), hiOf(raw)],
          [loOf(raw) | 0, hiOf(raw) | 0],
        ] as const) {
          expect(rawOf(lo, hi)).toBe(raw);
          expect(mfnOf(lo, hi)).toBe(Number((raw >> 12n) & 0xff_ffff_ffffn));
          expect(typeOf(hi)).toBe(Number((raw >> 52n) & 0x3fn));
        }
      }),
    );
  });
});

describe('isMarked', () => {
  it('is true of emt 7 and of no memory type', () => {
    const marked = [0, 1, 2, 3, 4, 5, 6, 7].map((emt) => isMarked(0b111 | (emt << 3)));

    expect(marked).toEqual([false, false, false, false, false, false, false, true]);
  });
});
