/**
 * Memory type range registers, a guest's or the machine's, and the memory type that they give to a
 * physical range.
 *
 * Reference: SDM volume 3A, 12.11 (MTRRs); xen/arch/x86/hvm/mtrr.c, mtrr_get_type().
 */

import { PAGE_SHIFT } from '../abi/frames.js';
import { EMT } from './ept-entry.js';

/** The range has more than one memory type. */
export const MIXED = -1;

export interface VariableRange {
  /** MTRR_PHYSBASE as the MSR holds it: type in bits 7:0. */
  readonly base: bigint;
  /** MTRR_PHYSMASK as the MSR holds it: valid in bit 11. */
  readonly mask: bigint;
}

const VALID = 1n << 11n;
const TYPE_MASK = 0xffn;
const DEF_TYPE = { TYPE: 0xff, FIXED_ENABLED: 1 << 10, ENABLED: 1 << 11, DEFINED: 0xcff };
const PROGRAMMABLE = new Set<number>([EMT.UC, EMT.WC, EMT.WT, EMT.WP, EMT.WB]);

/** The fixed ranges cover the first MiB; `order` is log2 of the pages of one, `first` its register. */
const FIXED_RANGES = [
  { start: 0x0_0000, end: 0x8_0000, order: 4, first: 0 },
  { start: 0x8_0000, end: 0xc_0000, order: 2, first: 8 },
  { start: 0xc_0000, end: 0x10_0000, order: 0, first: 24 },
] as const;
const FIXED_END = 0x10_0000n;
const FIXED_COUNT = 88;
const VARIABLE_COUNT = 8;

export class Mtrr {
  enabled: boolean;
  fixedEnabled = false;
  defaultType: number;
  readonly fixed = new Uint8Array(FIXED_COUNT).fill(EMT.WB);
  readonly variable = Array.from<unknown, VariableRange>({ length: VARIABLE_COUNT }, () => ({
    base: 0n,
    mask: 0n,
  }));

  constructor(defaultType: number = EMT.WB, enabled = true) {
    this.defaultType = defaultType;
    this.enabled = enabled;
  }

  /** IA32_MTRR_DEF_TYPE; false where the guest's write would fault, and then nothing changes. */
  setDefaultType(value: number): { valid: boolean; changed: boolean } {
    const type = value & DEF_TYPE.TYPE;
    if (!PROGRAMMABLE.has(type) || value & ~DEF_TYPE.DEFINED)
      return { valid: false, changed: false };
    const enabled = (value & DEF_TYPE.ENABLED) !== 0;
    const fixedEnabled = (value & DEF_TYPE.FIXED_ENABLED) !== 0;
    const changed =
      enabled !== this.enabled || fixedEnabled !== this.fixedEnabled || type !== this.defaultType;
    Object.assign(this, { enabled, fixedEnabled, defaultType: type });
    return { valid: true, changed };
  }

  /** The memory type of `2^order` pages at a physical address, or `MIXED`. */
  typeOf(address: bigint, order: number): number {
    if (!this.enabled) return EMT.UC;
    const sizeMask = -(4096n << BigInt(order));
    const start = address & sizeMask;
    if (start < FIXED_END && this.fixedEnabled) return this.#fixedType(Number(start), order);
    return this.#variableType(start, sizeMask, order);
  }

  #fixedType(address: number, order: number): number {
    const row = FIXED_RANGES.find(({ end }) => address < end)!;
    if (order > row.order) return MIXED;
    const register = row.first + ((address - row.start) >>> (PAGE_SHIFT + row.order));
    return this.fixed[register]!;
  }

  #variableType(start: bigint, sizeMask: bigint, order: number): number {
    const matched = new Set<number>();
    let last = this.defaultType;
    for (const { base, mask } of this.variable) {
      const effective = mask & sizeMask;
      if ((mask & VALID) === 0n || (start & effective) !== (base & effective)) continue;
      last = Number(base & TYPE_MASK);
      matched.add(last);
    }
    if (matched.size <= 1) return last;
    if (order > 0) return MIXED;
    if (matched.has(EMT.UC)) return EMT.UC;
    if (matched.size === 2 && matched.has(EMT.WT) && matched.has(EMT.WB)) return EMT.WT;
    return last;
  }
}
