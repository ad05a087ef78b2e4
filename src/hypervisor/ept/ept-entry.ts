/**
 * The 64-bit EPT entry as Xen lays it out (ept_entry_t): hardware's bits by the manual, and in the
 * bits that hardware ignores what Xen remembers of the page.
 *
 * Reference: SDM volume 3C, 29.3.2 (EPT Translation Mechanism); xen/arch/x86/include/asm/hvm/vmx/vmx.h.
 * In memory an entry is two 32-bit words; as one value for people it is a bigint.
 */

import { p2mAccessName, type P2mAccessName } from '../abi/p2m-access.js';
import { p2mTypeName, type P2mTypeName } from '../abi/p2m-type.js';

/** Bits of the low word. */
export const LO = {
  R: 0b001,
  W: 0b010,
  X: 0b100,
  RWX: 0b111,
  EMT: 0b111 << 3,
  IPAT: 1 << 6,
  SP: 1 << 7,
  A: 1 << 8,
  D: 1 << 9,
  RECALC: 1 << 10,
  SNP: 1 << 11,
} as const;

export const EMT_SHIFT = 3;
export const MFN_SHIFT = 12;

/** Bits of the high word. */
export const HI = {
  MFN: 0xf_ffff,
  TYPE: 0b11_1111 << 20,
  SUPPRESS_VE: 0x8000_0000,
} as const;

export const TYPE_SHIFT = 20;
export const ACCESS_MASK = 0b1111;

/** Which bit p2m_access_t begins at: 58, and 59 since bit 58 became paging-write (Xen 4.22). */
export type EptEntryLayout = 'access_58' | 'access_59';

export const ACCESS_SHIFT = {
  access_58: 26,
  access_59: 27,
} as const satisfies Record<EptEntryLayout, number>;

/** EPT memory types: those that hardware knows, and the one by which Xen makes it stumble. */
export const EMT = { UC: 0, WC: 1, WT: 4, WP: 5, WB: 6, INVALID: 7 } as const;

export const EMT_INVALID_BITS = EMT.INVALID << EMT_SHIFT;

export interface EptEntry {
  readonly r: boolean;
  readonly w: boolean;
  readonly x: boolean;
  readonly emt: number;
  readonly ipat: boolean;
  readonly sp: boolean;
  readonly a: boolean;
  readonly d: boolean;
  readonly recalc: boolean;
  readonly snp: boolean;
  readonly mfn: number;
  readonly p2mt: P2mTypeName;
  readonly access: P2mAccessName;
  readonly suppressVe: boolean;
}

export const rawOf = (lo: number, hi: number): bigint =>
  (BigInt(hi >>> 0) << 32n) | BigInt(lo >>> 0);

/** The machine frame of an entry. */
export const mfnOf = (lo: number, hi: number): number =>
  (hi & HI.MFN) * 2 ** 20 + (lo >>> MFN_SHIFT);

export const typeOf = (hi: number): number => (hi >>> TYPE_SHIFT) & 0b11_1111;

/** What the entry says has to be computed anew before it can be used. */
export const isMarked = (lo: number): boolean => (lo & LO.EMT) === EMT_INVALID_BITS;

export function decodeEntry(
  lo: number,
  hi: number,
  layout: EptEntryLayout = 'access_58',
): EptEntry {
  return {
    r: (lo & LO.R) !== 0,
    w: (lo & LO.W) !== 0,
    x: (lo & LO.X) !== 0,
    emt: (lo & LO.EMT) >>> EMT_SHIFT,
    ipat: (lo & LO.IPAT) !== 0,
    sp: (lo & LO.SP) !== 0,
    a: (lo & LO.A) !== 0,
    d: (lo & LO.D) !== 0,
    recalc: (lo & LO.RECALC) !== 0,
    snp: (lo & LO.SNP) !== 0,
    mfn: mfnOf(lo, hi),
    p2mt: p2mTypeName(typeOf(hi)),
    access: p2mAccessName((hi >>> ACCESS_SHIFT[layout]) & ACCESS_MASK),
    suppressVe: (hi & HI.SUPPRESS_VE) !== 0,
  };
}
