/** What of a timeline is to be seen: in the window, and not filtered out. */

import { AXES, firstFrom, type AxisName } from './axis.js';
import type { Mark, Request, TimelineModel } from './timeline-model.js';
import type { TimelineWindow } from './timeline-window.js';

/** Guest-physical addresses or ports, inclusive. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

export interface RequestFilter extends Bounds {
  readonly vcpu: number | undefined;
}

export const NO_FILTER: RequestFilter = { vcpu: undefined, from: 0, to: Infinity };

/** A request that began left of the window may reach into it, if few have begun since: each vcpu has one at a time. */
const MOST_OPEN = 512;

export interface Seen {
  readonly requests: readonly Request[];
  readonly marks: readonly Mark[];
}

export function seenIn(
  model: TimelineModel,
  window: TimelineWindow,
  axis: AxisName,
  filter: RequestFilter,
): Seen {
  const { at } = AXES[axis];
  const { requests, marks } = model;
  const first = firstFrom(requests, window.left, ({ begin }) => at(begin));
  const end = firstFrom(requests, window.right, ({ begin }) => at(begin));
  const reaching = requests
    .slice(Math.max(0, first - MOST_OPEN), first)
    .filter(({ completed }) => completed === undefined || at(completed) >= window.left);
  const firstMark = firstFrom(marks, window.left, at);
  return {
    requests: [...reaching, ...requests.slice(first, end)].filter((one) => passes(one, filter)),
    marks: marks.slice(firstMark, firstFrom(marks, window.right, at)),
  };
}

export function passes({ vcpu, sent }: Request, filter: RequestFilter): boolean {
  if (filter.vcpu !== undefined && vcpu !== filter.vcpu) return false;
  const addr = Number(sent?.addr ?? filter.from);
  return addr >= filter.from && addr <= filter.to;
}
