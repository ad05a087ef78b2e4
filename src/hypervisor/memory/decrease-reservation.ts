/**
 * XENMEM_decrease_reservation: a domain gives RAM back, which leaves holes.
 *
 * Reference: xen/common/memory.c, decrease_reservation(), guest_remove_page();
 * xen/arch/x86/mm/p2m-pod.c, p2m_pod_decrease_reservation(). It returns how many extents were done
 * and never an errno: the first page that is not there, or may not go, ends it. What populating on
 * demand has set aside is only unmarked; pages that are freed do not go to its cache.
 */

import { INVALID_MFN } from '../abi/frames.js';
import { P2MT } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import { Restart, type Task } from '../schedule/task.js';

export interface DecreaseReservation {
  /** First gfn of each extent. */
  readonly extents: readonly number[];
  /** log2 of the pages of an extent. */
  readonly order: number;
  /** Extents that an earlier part of the call has done. */
  readonly done: number;
}

/** As large as dom0's extents may be, and everybody else's. */
export const MAX_EXTENT_ORDER = { dom0: 18, domain: 9 } as const;

/** How many extents are done, or where to go on. */
export function* decreaseReservation(
  domain: Domain,
  request: DecreaseReservation,
): Task<number | Restart<{ done: number }>> {
  const { extents, order } = request;
  for (let done = request.done; done < extents.length; done++) {
    if (done > request.done && (yield 'preempt_check')) return new Restart({ done });
    if (!removeExtent(domain, extents[done] ?? 0, 2 ** order)) return done;
  }
  return extents.length;
}

function removeExtent(domain: Domain, first: number, nr: number): boolean {
  for (let gfn = first; gfn < first + nr; gfn++) if (!removePage(domain, gfn)) return false;
  return true;
}

function removePage({ memory }: Domain, gfn: number): boolean {
  const { p2m } = memory;
  const { type, mfn } = p2m.query(gfn);
  if (type === P2MT.populate_on_demand) {
    p2m.pod.unmark(gfn);
    return true;
  }
  if (KEPT.has(type) || mfn === INVALID_MFN || !memory.owns(mfn)) return false;
  if (p2m.trySetPage(gfn, INVALID_MFN, P2MT.invalid, p2m.defaultAccess) !== 0) return false;
  memory.free(mfn, 1);
  return true;
}

/** No page to Xen, or a device's. */
const KEPT: ReadonlySet<number> = new Set([P2MT.invalid, P2MT.mmio_dm, P2MT.mmio_direct]);
