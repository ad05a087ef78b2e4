/** What lies to the right of what: the order of the journal, or one of two clocks. */

import type { Entry } from '../../live/entry.js';

type Place = (entry: Entry) => number;

const NS_PER_MS = 1e6;

export const AXES = {
  order: { label: 'order of the journal', unit: 'record', at: ({ seq }) => seq },
  heard: { label: 'when this page heard of it', unit: 'ms', at: ({ at }) => at },
  virtual: { label: 'virtual time', unit: 'ms', at: ({ time }) => Number(time) / NS_PER_MS },
} as const satisfies Record<string, { label: string; unit: string; at: Place }>;

export type AxisName = keyof typeof AXES;

/** The first of a list, sorted by its place, that is not left of `place`. */
export function firstFrom<Item>(
  items: readonly Item[],
  place: number,
  placeOf: (item: Item) => number,
): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
