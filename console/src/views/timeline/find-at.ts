/** Which record lies under a pointer. */

import { AXES, type AxisName } from './axis.js';
import { laneOfMark, serverKey, vcpuKey, type Lane } from './lanes.js';
import type { Seen } from './seen.js';

export interface Pointed {
  readonly place: number;
  /** How far beside it a record may lie. */
  readonly slack: number;
  readonly lane: Lane | undefined;
}

/** Its seq: of a request that of the record with which it begins. Requests come first, the narrowest. */
export function findAt(
  { requests, marks }: Seen,
  axis: AxisName,
  { place, slack, lane }: Pointed,
): number | undefined {
  const { at } = AXES[axis];
  const under = requests
    .filter(({ vcpu, ioservid }) => [vcpuKey(vcpu), serverKey(ioservid)].includes(lane?.key ?? ''))
    .map((request) => {
      const left = at(request.begin);
      const right = request.completed === undefined ? Infinity : at(request.completed);
      return { seq: request.begin.seq, left, width: right - left, right };
    })
    .filter(({ left, right }) => place >= left - slack && place <= right + slack)
    .sort((a, b) => a.width - b.width || b.left - a.left);
  if (under[0] !== undefined) return under[0].seq;

  const near = marks
    .filter((mark) => laneOfMark(mark) === lane?.key && Math.abs(at(mark) - place) <= slack)
    .sort((a, b) => Math.abs(at(a) - place) - Math.abs(at(b) - place));
  return near[0]?.seq;
}
