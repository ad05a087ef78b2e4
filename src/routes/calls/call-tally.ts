/** How often each hypercall was issued since the process began, by what it returned. */

import { ERRNO } from '../../hypervisor/index.js';
import type { HypercallForm } from '../forms/hypercall-form.js';

/** Of a call that a real host would not have survived, or that failed by a mistake of ours. */
const NO_RC = 'none';

const NAMES = new Map<number, string>([
  [0, '0'],
  ...Object.entries(ERRNO).map(([name, number]): [number, string] => [number, name]),
]);
/** Errnos are counted by their numbers; the last place is of calls without one. */
const PLACES = Math.max(...NAMES.keys()) + 2;

const tallies = new Map<HypercallForm, Float64Array>();

/** `rc` is 0 or below it; NaN: it returned nothing. */
export function countCall(form: HypercallForm, rc: number): void {
  let tally = tallies.get(form);
  if (tally === undefined) tallies.set(form, (tally = new Float64Array(PLACES)));
  const place = rc <= 0 ? -rc : PLACES - 1;
  tally[place] = (tally[place] as number) + 1;
}

export interface CallCount {
  /** `dmop/set_mem_type`. */
  readonly op: string;
  /** `0`, Xen's name of an errno, or `none`. */
  readonly errno: string;
  readonly calls: number;
}

export function* callCounts(): Generator<CallCount, void> {
  for (const [{ via, call }, tally] of tallies)
    for (const [place, calls] of tally.entries())
      if (calls > 0) yield { op: `${via}/${call.name}`, errno: NAMES.get(place) ?? NO_RC, calls };
}
