/** The piece of the journal that is shown: long lists are read a page at a time. */

import type { Entry } from '../../live/entry.js';

export interface Stretch {
  /** The newest first. */
  readonly rows: readonly Entry[];
  readonly hasOlder: boolean;
}

/** At most so many of those that match, up to record `until`; undefined: up to the newest. */
export function stretchOf(
  entries: readonly Entry[],
  matches: (entry: Entry) => boolean,
  until: number | undefined,
  most: number,
): Stretch {
  const rows: Entry[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry === undefined || entry.seq > (until ?? Infinity) || !matches(entry)) continue;
    if (rows.length === most) return { rows, hasOlder: true };
    rows.push(entry);
  }
  return { rows, hasOlder: false };
}
