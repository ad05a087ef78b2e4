/**
 * XENMEM_access_op: a monitor restricts what the guest may do to its pages. On Intel's EPT, for a
 * domain that somebody watches.
 *
 * Reference: xen/common/mem_access.c, mem_access_memop(); xen/arch/x86/mm/mem_access.c,
 * xenmem_access_to_p2m_access().
 */

import { XenError } from '../abi/errno.js';
import { hex, isInvalidGfn } from '../abi/frames.js';
import { P2MA, type P2mAccess } from '../abi/p2m-access.js';
import type { Domain } from '../domain.js';
import { memAccessOf, setMemAccess } from '../p2m/mem-access.js';
import type { P2m } from '../p2m/p2m.js';
import { Restart, type Task } from '../schedule/task.js';

/** XENMEM_access_*: those of the p2m, and whatever is the domain's default. */
export const MEM_ACCESS = { ...P2MA, default: 10 } as const;

/** Pages between two looks at whether somebody else should have the CPU. */
const BATCH = 64;

/** EINVAL for one that is dying or has no HAP, or where the processor cannot; ENODEV where nobody watches. */
export function requireMonitor({ domid, dying, hap, monitor, profile }: Domain): void {
  if (!profile.knobs.mem_access)
    throw new XenError('EINVAL', 'the processor restricts no access to pages');
  if (dying) throw new XenError('EINVAL', `domain ${domid} is dying`);
  if (!hap) throw new XenError('EINVAL', `domain ${domid} has no HAP`);
  if (monitor === undefined) throw new XenError('ENODEV', `nobody watches domain ${domid}`);
}

export interface SetMemAccess {
  /** ~0: the default of pages to come. */
  readonly gfn: number;
  readonly nr: number;
  readonly access: number;
  /** Pages that an earlier part of the call has done. */
  readonly done: number;
}

/** Restrict a run of pages. EINVAL beyond the highest gfn, or for no access. */
export function* restrictRun(
  { p2m }: Domain,
  { gfn, nr, access, done: first }: SetMemAccess,
): Task<Restart<{ done: number }> | undefined> {
  const isDefault = isInvalidGfn(gfn);
  if (!isDefault && (nr <= first || gfn + nr - 1 > p2m.maxMappedGfn))
    throw new XenError(
      'EINVAL',
      `${nr} pages from gfn ${hex(gfn)} leave 0x0..${hex(p2m.maxMappedGfn)}`,
    );
  const to = checkedAccess(p2m, access);
  if (isDefault) {
    p2m.defaultAccess = to;
    return undefined;
  }
  for (let done = first; done < nr;) {
    const batch = Math.min(BATCH, nr - done);
    setMemAccess(p2m, gfn + done, batch, to);
    done += batch;
    if (done < nr && (yield 'preempt_check')) return new Restart({ done });
  }
  return undefined;
}

export interface SetMemAccessMulti {
  readonly gfns: readonly number[];
  readonly accesses: readonly number[];
  readonly done: number;
}

/** Restrict pages, each in its way; EFAULT where there is none for a page. */
export function* restrictEach(
  { p2m }: Domain,
  { gfns, accesses, done: first }: SetMemAccessMulti,
): Task<Restart<{ done: number }> | undefined> {
  for (const [at, gfn] of gfns.entries()) {
    if (at < first) continue;
    const access = accesses[at];
    if (access === undefined) throw new XenError('EFAULT', `there is no access ${at}`);
    setMemAccess(p2m, gfn, 1, checkedAccess(p2m, access));
    const done = at + 1;
    if (done < gfns.length && done % BATCH === 0 && (yield 'preempt_check'))
      return new Restart({ done });
  }
  return undefined;
}

/** What the guest may do to a page, ~0: to pages to come. EINVAL beyond the highest gfn, ESRCH in a hole. */
export function restrictionOf({ p2m }: Domain, gfn: number): P2mAccess {
  if (isInvalidGfn(gfn)) return p2m.defaultAccess;
  if (gfn > p2m.maxMappedGfn)
    throw new XenError('EINVAL', `gfn ${hex(gfn)} is beyond ${hex(p2m.maxMappedGfn)}`);
  return memAccessOf(p2m, gfn);
}

function checkedAccess(p2m: P2m, access: number): P2mAccess {
  if (access === MEM_ACCESS.default) return p2m.defaultAccess;
  const known = Object.values(P2MA).find((one) => one === access);
  if (known === undefined) throw new XenError('EINVAL', `there is no access ${access}`);
  return known;
}
