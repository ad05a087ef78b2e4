/**
 * Mapping a run of gfns by the largest pages that its alignment and the CPU allow.
 *
 * Reference: xen/arch/x86/mm/p2m.c, p2m_set_entry().
 */

import { INVALID_MFN, type Order } from '../abi/frames.js';
import { setEntry } from '../ept/ept-set-entry.js';
import type { EptTables } from '../ept/ept-tables.js';
import type { EptFeatures } from './ept-features.js';

type PageSizes = Pick<EptFeatures, 'superpages2m' | 'superpages1g'>;

export interface Run {
  readonly gfn: number;
  /** INVALID_MFN: of no page in the run. */
  readonly mfn: number;
  /** log2 of the pages. */
  readonly order: number;
  readonly type: number;
  readonly access: number;
}

/**
 * 0, or the last failure as a negative errno (-EINVAL, -ENOMEM, -EBUSY); what follows a part that
 * failed is done all the same.
 */
export function setPages(tables: EptTables, sizes: PageSizes, run: Run): number {
  const end = run.gfn + 2 ** run.order;
  let failure = 0;
  for (let gfn = run.gfn, { mfn } = run; gfn < end;) {
    const order = largestOrder(sizes, gfn, mfn, end - gfn);
    const rc = setEntry(tables, { ...run, gfn, mfn, order });
    if (rc !== 0) failure = rc;
    gfn += 2 ** order;
    if (mfn !== INVALID_MFN) mfn += 2 ** order;
  }
  return failure;
}

/** The largest page of the CPU's that is no larger. */
export function largestSupported({ superpages1g, superpages2m }: PageSizes, order: Order): Order {
  if (order === 18 && superpages1g) return 18;
  return order > 0 && superpages2m ? 9 : 0;
}

function largestOrder(sizes: PageSizes, gfn: number, mfn: number, pages: number): Order {
  const fits = (order: Order) => {
    const size = 2 ** order;
    return gfn % size === 0 && pages >= size && (mfn === INVALID_MFN || mfn % size === 0);
  };
  if (sizes.superpages1g && fits(18)) return 18;
  return sizes.superpages2m && fits(9) ? 9 : 0;
}
