/**
 * What the EPT and the rules of a violation make of a guest's read or write: the page has it, something keeps it off,
 * or Xen has to emulate it. They are the ones of a real access; here nothing is resolved.
 */

import { INVALID_MFN, PAGE_SIZE } from '../../abi/frames.js';
import { isPaging, P2MT, type P2mType } from '../../abi/p2m-type.js';
import type { Domain } from '../../domain.js';
import { isMarked, LO, typeOf } from '../../ept/ept-entry.js';
import { EptCursor, findEntry, FOUND } from '../../ept/ept-find.js';
import { pathTo } from '../../ept/ept-path.js';
import { EptWalk, isMisconfiguredLeaf, TRANSLATION, walkEpt } from '../../ept/ept-walk.js';
import { qualificationOf } from '../../ept/exit-qualification.js';
import { accessOnceLifted } from '../../p2m/mem-access.js';
import type { P2m, P2mEntry } from '../../p2m/p2m.js';
import { isInternalMmio } from '../internal-devices/internal-devices.js';
import { toNpfec } from '../npfec.js';
import { resolveViolation } from '../violation.js';

export type PageAnswer =
  /** The page behind the gfn, at once. */
  | 'mapped'
  /** The page, after its first write has been noted. */
  | 'first_write'
  /** The page, after a restriction has been lifted that nobody watches. */
  | 'lifted'
  /** Memory that comes into being with the access. */
  | 'populated'
  /** The monitor is told first. */
  | 'monitor'
  | 'paged_out'
  /** The same fault over and over. */
  | 'refaults'
  /** An EPT misconfiguration that nothing explains. */
  | 'misconfigured'
  | 'unhandled'
  | 'emulate';

export interface PageFound {
  readonly answer: PageAnswer;
  readonly entry: P2mEntry;
  /** An EPT misconfiguration comes first, and is resolved. */
  readonly heals: boolean;
}

/** `wanted` is r 1 or w 2. */
export function answerOfPage(domain: Domain, gpa: number, wanted: number): PageFound {
  const { tables } = domain.p2m;
  const gfn = Math.floor(gpa / PAGE_SIZE);
  const walk = new EptWalk();
  const heals = walkEpt(tables, gfn, wanted, walk) === TRANSLATION.misconfig;
  const found = { entry: domain.p2m.query(gfn), permitted: walk.permissions };
  if (heals && !pathTo(tables, gfn).some(({ lo }) => isMarked(lo)))
    return { answer: 'misconfigured', entry: found.entry, heals: false };
  const { entry, permitted } = heals ? onceResolved(domain.p2m, gfn, found.entry) : found;
  if (isMisconfiguredLeaf(permitted)) return { answer: 'misconfigured', entry, heals };
  const isPermitted = (permitted & wanted) === wanted;
  const answer = isPermitted ? 'mapped' : answerToViolation(domain, gpa, wanted, permitted, entry);
  return { answer, entry, heals };
}

/** An entry that is not present takes no mark, and keeps its type; one whose type stays keeps its permissions. */
function onceResolved({ tables }: P2m, gfn: number, entry: P2mEntry) {
  const cursor = new EptCursor();
  const isMapped = findEntry(tables, gfn, cursor) === FOUND.leaf;
  const { lo, hi } = cursor;
  const type = typeOf(hi) as P2mType;
  if ((lo & LO.RWX) === 0) return { entry: isMapped ? { ...entry, type } : entry, permitted: 0 };
  const resolved =
    entry.type === type ? lo : tables.permissions.apply(lo, entry.type, entry.access);
  return { entry, permitted: resolved & LO.RWX };
}

function answerToViolation(
  domain: Domain,
  gpa: number,
  wanted: number,
  permitted: number,
  entry: P2mEntry,
): PageAnswer {
  const { type, access, mfn, order } = entry;
  if (isInternalMmio(domain, gpa)) return 'emulate';
  if (type === P2MT.populate_on_demand) return 'populated';
  const verdict = resolveViolation({
    npfec: toNpfec(qualificationOf(wanted, permitted, 'translated')),
    type,
    access,
    mapped: mfn !== INVALID_MFN,
    order,
    isMonitored: domain.monitor !== undefined,
    accessRequired: domain.accessRequired,
  });
  switch (verdict.action) {
    case 'emulate':
      return 'emulate';
    case 'notify':
      return 'monitor';
    case 'crash':
      return 'unhandled';
    case 'retry':
      if (verdict.fix === 'lift-restriction') return onceLifted(domain, gpa, wanted, entry);
      if (verdict.fix === 'mark-dirty' && type === P2MT.ram_logdirty) return 'first_write';
      return isPaging(type) ? 'paged_out' : 'refaults';
  }
}

/** The type may forbid what the restriction forbids no longer. */
function onceLifted(domain: Domain, gpa: number, wanted: number, entry: P2mEntry): PageAnswer {
  const access = accessOnceLifted(entry.access);
  const { permissions } = domain.p2m.tables;
  const permitted = permissions.apply(0, entry.type, access) & LO.RWX;
  if ((permitted & wanted) === wanted) return 'lifted';
  return answerToViolation(domain, gpa, wanted, permitted, { ...entry, access });
}
