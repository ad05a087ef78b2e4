/**
 * VM exits, and what is found out about them, for the journal.
 *
 * Source: Intel SDM volume 3C, appendix C (basic exit reasons) and 28.2.1 (exit qualification of I/O instructions).
 */

import { PAGE_SIZE } from '../abi/frames.js';
import { NOWHERE } from '../journal/journal.js';
import { KIND } from '../journal/journal-kinds.js';
import type { Access } from './access.js';

/** Basic exit reasons. */
export const EXIT_REASON = {
  HLT: 12,
  VMCALL: 18,
  IO: 30,
  EPT_VIOLATION: 48,
  EPT_MISCONFIG: 49,
} as const;

const NONE = -1;

/** Bits of the qualification: size less one, direction, string instruction; the port from bit 16 on. */
const IO_IN = 0b1000;
const IO_STRING = 0b1_0000;
const IO_PORT = 0x1_0000;

export function noteExit(access: Access, reason: number, gpa = NONE, qualification = NONE): void {
  const { domain, vcpu } = access;
  access.hasExited = true;
  const isOfPage = gpa >= 0;
  const gfn = isOfPage ? Math.floor(gpa / PAGE_SIZE) : NOWHERE;
  const nr = isOfPage ? 1 : 0;
  domain.journal?.record(KIND.vmexit, domain.domid, vcpu.id, gfn, nr, reason, qualification, gpa);
}

export const ioQualification = (port: number, bytes: number, input: boolean, string: boolean) =>
  port * IO_PORT + (string ? IO_STRING : 0) + (input ? IO_IN : 0) + bytes - 1;

/** The guest runs on, if it did not all the while. */
export function noteEntry(access: Access): void {
  if (!access.hasExited) return;
  const { domain, vcpu } = access;
  access.hasExited = false;
  domain.journal?.record(KIND.vmentry, domain.domid, vcpu.id, NOWHERE, 0);
}

/** A record of a kind whose first number is a guest-physical address. */
// prettier-ignore
export function noteOfGfn(
  { domain, vcpu }: Access, kind: number, gpa: number, b: number, c: number, d = 0, e = 0,
): void {
  const gfn = Math.floor(gpa / PAGE_SIZE);
  domain.journal?.record(kind, domain.domid, vcpu.id, gfn, 1, gpa, b, c, d, e);
}
