/**
 * The exit qualification of an EPT violation (exit reason 48), to bits and from them.
 *
 * Reference: SDM volume 3C, 27.2.1, table 27-7; xen/arch/x86/include/asm/hvm/vmx/vmx.h, ept_qual.
 * Bits 6 and 9 to 16 belong to features that the machine does not have: always 0. An EPT
 * misconfiguration has no qualification.
 */

export const QUALIFICATION = {
  READ: 1 << 0,
  WRITE: 1 << 1,
  FETCH: 1 << 2,
  READABLE: 1 << 3,
  WRITABLE: 1 << 4,
  EXECUTABLE: 1 << 5,
  /** The guest-linear-address field holds the address that was accessed. */
  GLA_VALID: 1 << 7,
  /** The access was to the translation of that address, not to a paging structure on the way. */
  GLA_TRANSLATED: 1 << 8,
} as const;

/** What kind of linear address stands behind a guest-physical access. */
export type LinearAddressKind = 'none' | 'in_paging_structure' | 'translated';

const LINEAR_BITS = {
  none: 0,
  in_paging_structure: QUALIFICATION.GLA_VALID,
  translated: QUALIFICATION.GLA_VALID | QUALIFICATION.GLA_TRANSLATED,
} as const satisfies Record<LinearAddressKind, number>;

const PERMISSIONS_SHIFT = 3;
const RWX = 0b111;

/** `wanted` and `permitted` are masks of r 1, w 2, x 4; `permitted` is 0 where nothing is mapped. */
export const qualificationOf = (
  wanted: number,
  permitted: number,
  linear: LinearAddressKind,
): number => wanted | (permitted << PERMISSIONS_SHIFT) | LINEAR_BITS[linear];

/** What the access wanted, as a mask of r 1, w 2, x 4. */
export const wantedOf = (qualification: number): number => qualification & RWX;

/** What the translation permitted, as a mask of r 1, w 2, x 4. */
export const permittedOf = (qualification: number): number =>
  (qualification >>> PERMISSIONS_SHIFT) & RWX;

export function linearAddressKindOf(qualification: number): LinearAddressKind {
  if ((qualification & QUALIFICATION.GLA_VALID) === 0) return 'none';
  return (qualification & QUALIFICATION.GLA_TRANSLATED) !== 0
    ? 'translated'
    : 'in_paging_structure';
}
