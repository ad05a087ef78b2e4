/** How often guests have stumbled on each page, as far as is remembered. */

import type { Entry } from '../../live/entry.js';

const PAGE = 4096;

/** EPT violations and misconfigurations of a domain, by gfn. */
export class ViolationCounts {
  readonly byGfn = new Map<number, number>();
  readonly #domid: number;

  constructor(domid: number) {
    this.#domid = domid;
  }

  add(batch: readonly Entry[]): void {
    for (const entry of batch) {
      if (entry.kind !== 'vmexit' || entry.domid !== this.#domid) continue;
      if (entry.gpa === undefined || !entry.reason?.startsWith('EPT_')) continue;
      const gfn = Math.floor(Number(entry.gpa) / PAGE);
      this.byGfn.set(gfn, (this.byGfn.get(gfn) ?? 0) + 1);
    }
  }

  between(first: number, pages: number): number {
    let count = 0;
    for (const [gfn, times] of this.byGfn) if (gfn >= first && gfn < first + pages) count += times;
    return count;
  }
}
