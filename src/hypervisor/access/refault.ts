/**
 * A fault that comes again and again: Xen let the guest retry and had changed nothing, as on an
 * ioreq_server page that nobody owns. The vcpu is not run until something that its last try read
 * is otherwise.
 */

import { PAGE_SIZE } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { EptWalk, TRANSLATION, walkEpt } from '../ept/ept-walk.js';
import { linearAddressKindOf, qualificationOf, wantedOf } from '../ept/exit-qualification.js';
import type { Access, Refault } from './access.js';
import type { Stop } from './stop.js';

const walk = new EptWalk();

export function refaultOf(stop: Stop, domain: Domain): Refault | undefined {
  if (stop.kind !== 'EPT_VIOLATION') return undefined;
  const { gpa, qualification } = stop;
  const { p2m } = domain;
  const type = p2m.typeOf(Math.floor(gpa / PAGE_SIZE));
  return { gpa, qualification, type, owner: p2m.claim.owner };
}

/** Whether what stops the guest now is what stopped it before, in an unchanged machine. */
export function isSameFault(before: Refault | undefined, stop: Stop, domain: Domain): boolean {
  const now = refaultOf(stop, domain);
  return before !== undefined && now !== undefined && isSame(before, now);
}

/** The same without running the guest; only where no guest tables could have changed. */
export function stillRefaults({ refault, domain, cpu }: Access): boolean {
  if (refault === undefined || cpu.cr3 !== undefined) return false;
  const { gpa, qualification } = refault;
  const { p2m } = domain;
  const gfn = Math.floor(gpa / PAGE_SIZE);
  const wanted = wantedOf(qualification);
  if (walkEpt(p2m.tables, gfn, wanted, walk) !== TRANSLATION.violation) return false;
  const kind = linearAddressKindOf(qualification);
  return isSame(refault, {
    gpa,
    qualification: qualificationOf(wanted, walk.permissions, kind),
    type: p2m.typeOf(gfn),
    owner: p2m.claim.owner,
  });
}

const isSame = (a: Refault, b: Refault): boolean =>
  a.gpa === b.gpa &&
  a.qualification === b.qualification &&
  a.type === b.type &&
  a.owner === b.owner;
