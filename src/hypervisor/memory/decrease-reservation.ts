/**
 * XENMEM_decrease_reservation: a domain gives RAM back, which leaves holes.
 *
 * Reference: xen/common/memory.c, decrease_reservation(), guest_remove_page();
 * xen/arch/x86/mm/p2m-pod.c, p2m_pod_decrease_reservation(). It returns how many extents were done
 * and never an errno: the first page that is not there, or may not go, ends it. What populating on
 * demand has set aside is only unmarked; pages that are freed do not go to its cache.
 */

import { XenError } from '../abi/errno.js';
import { P2MT } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import { Restart, type Task } from '../schedule/task.js';
import { freePage } from './remove-page.js';

export interface DecreaseReservation {
  /** First gfn of each extent. */
  readonly extents: readonly number[];
  /** log2 of the pages of an extent. */
  readonly order: number;
  /** Extents that an earlier part of the call has done. */
  readonly done: number;
}

/** How many extents are done, or where to go on. */
export function* decreaseReservation(
  domain: Domain,
  request: DecreaseReservation,
): Task<number | Restart<{ done: number }>> {
  const { extents, order } = request;
  noteOwnDecrease(domain);
  for (let done = request.done; done < extents.length; done++) {
    if (done > request.done && (yield 'preempt_check')) return new Restart({ done });
    if (!removeExtent(domain, extents[done]!, 2 ** order)) return done;
  }
  return extents.length;
}

/** Up to 4.14 this alone made device models forget what they have mapped. */
function noteOwnDecrease({ calling, profile }: Domain): void {
  if (calling !== undefined && profile.knobs.invalidate_after === 'own_decrease')
    calling.mapcacheInvalidate = true;
}

function removeExtent(domain: Domain, first: number, nr: number): boolean {
  for (let gfn = first; gfn < first + nr; gfn++) if (!removePage(domain, gfn)) return false;
  return true;
}

/** False where there is no page, or one that has to stay. */
function removePage(domain: Domain, gfn: number): boolean {
  const { p2m } = domain;
  if (p2m.typeOf(gfn) === P2MT.populate_on_demand) {
    p2m.pod.unmark(gfn);
    domain.pagesLeft();
    return true;
  }
  try {
    freePage(domain, gfn);
    return true;
  } catch (error) {
    if (error instanceof XenError) return false;
    throw error;
  }
}
