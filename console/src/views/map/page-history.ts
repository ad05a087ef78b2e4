/** What the journal remembers of a page. */

import type { Entry } from '../../live/entry.js';

/** The latest of the records that are about a page, the newest first. */
export function historyOf(
  entries: readonly Entry[],
  domid: number,
  gfn: number,
  most: number,
): Entry[] {
  const found: Entry[] = [];
  for (let index = entries.length - 1; index >= 0 && found.length < most; index--) {
    const entry = entries[index];
    if (entry?.domid !== domid || entry.gfn === undefined) continue;
    const first = Number(entry.gfn);
    if (gfn >= first && gfn < first + (entry.nr ?? 1)) found.push(entry);
  }
  return found;
}
