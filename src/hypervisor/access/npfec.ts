/**
 * How Xen describes a faulting guest-physical access (struct npfec).
 *
 * Reference: xen/arch/x86/hvm/vmx/vmx.c, ept_handle_violation(): whether a violation by a
 * read-modify-write sets the read bit beside the write bit depends on the processor, so Xen takes
 * every write for a read as well.
 */

import {
  linearAddressKindOf,
  permittedOf,
  QUALIFICATION,
  type LinearAddressKind,
} from '../ept/exit-qualification.js';

export interface Npfec {
  readonly read: boolean;
  readonly write: boolean;
  readonly insnFetch: boolean;
  /** A translation exists that permits something. */
  readonly present: boolean;
  readonly linear: LinearAddressKind;
}

export function toNpfec(qualification: number): Npfec {
  const { READ, WRITE, FETCH } = QUALIFICATION;
  return {
    read: (qualification & (READ | WRITE)) !== 0,
    write: (qualification & WRITE) !== 0,
    insnFetch: (qualification & FETCH) !== 0,
    present: permittedOf(qualification) !== 0,
    linear: linearAddressKindOf(qualification),
  };
}
