/**
 * HVMMEM_*: the page types that a device model may speak of, what they are in the p2m, and how it
 * sets and reads them.
 *
 * Reference: xen/arch/x86/hvm/dm.c, set_mem_type(), allow_p2m_type_change();
 * xen/arch/x86/hvm/hvm.c, hvmop_get_mem_type(); xen/include/public/hvm/hvm_op.h.
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import {
  isGrant,
  isHole,
  isMmio,
  isPaging,
  isRam,
  isReadonly,
  P2MT,
  p2mTypeName,
  type P2mType,
} from '../abi/p2m-type.js';
import type { P2m } from '../p2m/p2m.js';
import { retypeRun } from '../p2m/retype-run.js';
import type { Knobs } from '../profile-knobs.js';
import { Restart, type Task } from '../schedule/task.js';

/** Value 3 was HVMMEM_mmio_write_dm until Xen 4.7 and is refused since. */
export const HVMMEM = { ram_rw: 0, ram_ro: 1, mmio_dm: 2, unused: 3, ioreq_server: 4 } as const;
export type HvmMemType = keyof typeof HVMMEM;

/** Pages between two looks at whether somebody else should have the CPU. */
const BATCH = 256;

const TYPE_TO_SET: Readonly<Record<number, P2mType>> = {
  [HVMMEM.ram_rw]: P2MT.ram_rw,
  [HVMMEM.ram_ro]: P2MT.ram_ro,
  [HVMMEM.mmio_dm]: P2MT.mmio_dm,
  [HVMMEM.ioreq_server]: P2MT.ioreq_server,
};

/** What is reported for a p2m type: the first that applies, in Xen's order. */
const TYPE_TO_REPORT: readonly { applies: (type: P2mType) => boolean; as: HvmMemType }[] = [
  { applies: isMmio, as: 'mmio_dm' },
  { applies: (type) => type === P2MT.ioreq_server, as: 'ioreq_server' },
  { applies: isReadonly, as: 'ram_ro' },
  { applies: isRam, as: 'ram_rw' },
  { applies: (type) => type === P2MT.populate_on_demand, as: 'ram_rw' },
  { applies: isGrant, as: 'ram_rw' },
];

/** What a domain has to offer for its page types to be changed. */
export interface MemTypeSubject {
  readonly hap: boolean;
  readonly p2m: P2m;
  readonly profile: { readonly knobs: MemTypeKnobs };
}

type IoreqServerFrom = Knobs['ioreq_server_from'];
type MemTypeKnobs = Pick<Knobs, 'claim_required' | 'ioreq_server_from' | 'non_hap_errno'>;

export interface SetMemType {
  readonly firstGfn: number;
  /** How many pages. */
  readonly nr: number;
  /** A value of HVMMEM, or any other that the caller's u16 can hold. */
  readonly memType: number;
}

/** Change pages one after the other; those before one that refuses stay changed. */
export function* setMemType(
  subject: MemTypeSubject,
  request: SetMemType,
): Task<Restart<SetMemType> | undefined> {
  const { p2m } = subject;
  const { firstGfn, nr, memType } = request;
  const to = checkedTarget(subject, request);

  for (let done = 0; done < nr;) {
    yield p2m.lock.wantedBy(request);
    const batch = Math.min(BATCH, nr - done);
    retypeBatch(subject, firstGfn + done, batch, to);
    done += batch;
    if (done < nr && (yield 'preempt_check'))
      return new Restart({ firstGfn: firstGfn + done, nr: nr - done, memType });
  }
  return undefined;
}

/** The same where nobody comes in between, of pages that are one batch: else nothing is done, and false. */
export function setMemTypeAtOnce(subject: MemTypeSubject, request: SetMemType): boolean {
  const { firstGfn, nr } = request;
  if (nr > BATCH) return false;
  retypeBatch(subject, firstGfn, nr, checkedTarget(subject, request));
  return true;
}

/** The HVMMEM value of a gfn; one that is not mapped is mmio_dm, however large. */
export function getMemType(p2m: P2m, gfn: number): number {
  const type = p2m.typeOf(gfn);
  const rule = TYPE_TO_REPORT.find(({ applies }) => applies(type));
  return rule === undefined ? HVMMEM.mmio_dm : HVMMEM[rule.as];
}

function checkedTarget(
  { p2m, hap, profile: { knobs } }: MemTypeSubject,
  { firstGfn, nr, memType }: SetMemType,
): P2mType {
  const last = firstGfn + nr - 1;
  if (last < firstGfn || last > p2m.maxMappedGfn)
    throw new XenError(
      'EINVAL',
      `${nr} pages from gfn ${hex(firstGfn)} leave 0x0..${hex(p2m.maxMappedGfn)}`,
    );
  const to = TYPE_TO_SET[memType];
  if (to === undefined) throw new XenError('EINVAL', `${memType} is no memory type to set`);
  if (to === P2MT.ioreq_server && knobs.claim_required) {
    if (!hap) throw new XenError(knobs.non_hap_errno, 'the domain is not HAP');
    if (p2m.claim.owner === undefined)
      throw new XenError('EINVAL', 'no ioreq server has claimed ioreq_server');
  }
  return to;
}

function retypeBatch(
  { p2m, profile }: MemTypeSubject,
  first: number,
  nr: number,
  to: P2mType,
): void {
  const allowed = typesThatMayBecome(to, profile.knobs);
  retypeRun(p2m, first, first + nr, to, allowed, changePage);
}

/** By what may become ioreq_server, and by the type: a bit for each p2m type that may become it. */
const masks: Partial<Record<IoreqServerFrom, (number | undefined)[]>> = {};

function typesThatMayBecome(to: P2mType, { ioreq_server_from: rule }: MemTypeKnobs): number {
  const byType = (masks[rule] ??= []);
  return (byType[to] ??= newMask(to, rule));
}

const newMask = (to: P2mType, rule: IoreqServerFrom): number =>
  Object.values(P2MT)
    .filter((from) => mayBecome(from, to, rule))
    .reduce<number>((mask, from) => mask | (1 << from), 0);

function mayBecome(from: P2mType, to: P2mType, rule: IoreqServerFrom): boolean {
  if (isElsewhere(from)) return false;
  if (from === P2MT.ioreq_server) return to === P2MT.ram_rw;
  if (to === P2MT.ioreq_server && rule === 'ram_rw') return from === P2MT.ram_rw;
  return isRam(from) || (isHole(from) && to === P2MT.mmio_dm);
}

/** Xen has to page it in, or to copy it, before it can be changed. */
const isElsewhere = (type: P2mType): boolean => isPaging(type) || type === P2MT.ram_shared;

function changePage(gfn: number, p2m: P2m, to: P2mType, allowed: number): void {
  p2m.locked(() => {
    const { type } = p2m.acquire(gfn);
    if (isElsewhere(type))
      throw new XenError('EAGAIN', `gfn ${hex(gfn)} is ${p2mTypeName(type)} for now`);
    if (((allowed >>> type) & 1) === 0)
      throw new XenError(
        'EINVAL',
        `gfn ${hex(gfn)} may not go from ${p2mTypeName(type)} to ${p2mTypeName(to)}`,
      );
    p2m.changeTypeOne(gfn, type, to);
  });
}
