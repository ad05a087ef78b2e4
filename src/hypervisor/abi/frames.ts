/**
 * Frames and addresses, branded so that a guest's cannot stand for the machine's.
 *
 * All of them are exact in a double (an address is below 2^52). Bits above 31 count, so none of
 * them may meet a 32-bit operator: divide and multiply, or split into a low and a high part first.
 */

declare const brand: unique symbol;
type Branded<Brand extends string> = number & { readonly [brand]: Brand };

/** Guest frame number: guest-physical address / 4096, below 2^40. */
export type Gfn = Branded<'gfn'>;
/** Machine frame number, below 2^40 (the width of the field in an EPT entry). */
export type Mfn = Branded<'mfn'>;
/** Guest-physical address in bytes, below 2^52. */
export type Gpa = Branded<'gpa'>;

export const gfn = (n: number) => n as Gfn;
export const mfn = (n: number) => n as Mfn;
export const gpa = (n: number) => n as Gpa;

/** Gfns that four levels of tables reach. */
export const GFN_LIMIT = 2 ** 36;

/** INVALID_GFN, all ones in 64 bits; in a double, all that is near it is the same. */
export const isInvalidGfn = (n: number): boolean => n >= 2 ** 64 - 1;

export const PAGE_SIZE = 4096;
export const PAGE_SHIFT = 12;

/** "No machine frame": all ones in the 40 bits that an entry has for it. */
export const INVALID_MFN = (2 ** 40 - 1) as Mfn;

export const gfnOf = (address: Gpa): Gfn => Math.floor(address / PAGE_SIZE) as Gfn;
export const gpaOf = (frame: Gfn, offset = 0): Gpa => (frame * PAGE_SIZE + offset) as Gpa;
export const pageOffset = (address: Gpa): number => address % PAGE_SIZE;

/** log2 of the pages in one mapping: 4 KiB, 2 MiB, 1 GiB. */
export type Order = 0 | 9 | 18;

/** How frames and addresses are written wherever people read them. */
export const hex = (n: number | bigint): string =>
  n === BEYOND_64_BITS ? HIGHEST_OF_64_BITS : `0x${(isLong(n) ? BigInt(n) : n).toString(16)}`;

/** A number that V8 keeps as a double, and would write as one: three times as slowly as a bigint. */
const isLong = (n: number | bigint): boolean => n > 0x7fff_ffff && Number.isInteger(n);

/** The double that is nearest to the highest number of 64 bits. */
const BEYOND_64_BITS = 2 ** 64;
const HIGHEST_OF_64_BITS = '0xffffffffffffffff';
