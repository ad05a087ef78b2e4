/**
 * Give a domain RAM at a run of gfns, by mappings of one size or of the largest that fit.
 *
 * A run of equal mappings gets machine frames in a row, so that a domain of a TiB takes a thousand
 * entries and a handful of numbers.
 */

import { XenError } from '../abi/errno.js';
import { hex, type Order } from '../abi/frames.js';
import { P2MT } from '../abi/p2m-type.js';
import type { MemoryExtent } from '../domain-spec.js';
import type { Domain } from '../domain.js';

const ORDERS = [18, 9, 0] as const;

/** EINVAL where mappings of the order asked for do not fill the extent; ENOMEM. */
export function populate(domain: Domain, { firstGfn, nr, order }: MemoryExtent): void {
  if (nr < 1) throw new XenError('EINVAL', `the extent at gfn ${hex(firstGfn)} is empty`);
  if (order !== undefined) {
    if (firstGfn % 2 ** order !== 0 || nr % 2 ** order !== 0)
      throw new XenError(
        'EINVAL',
        `${nr} pages at gfn ${hex(firstGfn)} are no run of order ${order}`,
      );
    map(domain, firstGfn, nr, order);
    return;
  }
  for (const run of runsOf(firstGfn, firstGfn + nr)) map(domain, run.first, run.nr, run.order);
}

interface Run {
  readonly first: number;
  readonly nr: number;
  readonly order: Order;
}

/** The gfns from `first` up to `end` as runs of equal mappings, each the largest that fits there. */
function* runsOf(first: number, end: number): Generator<Run> {
  for (let at = first; at < end;) {
    const order = largestAt(at, end);
    const next = nextLargerAt(at, end, order);
    yield { first: at, nr: next - at, order };
    at = next;
  }
}

function largestAt(gfn: number, end: number): Order {
  return ORDERS.find((order) => gfn % 2 ** order === 0 && gfn + 2 ** order <= end) ?? 0;
}

/** Where the mappings from `gfn` on end to be of this order. */
function nextLargerAt(gfn: number, end: number, order: Order): number {
  const size = 2 ** order;
  const whole = end - ((end - gfn) % size);
  const larger = ORDERS.filter((other) => other > order).map((other) => {
    const boundary = Math.ceil((gfn + 1) / 2 ** other) * 2 ** other;
    return boundary + 2 ** other <= end ? boundary : whole;
  });
  return Math.min(whole, ...larger);
}

function map({ memory }: Domain, first: number, nr: number, order: Order): void {
  const { p2m } = memory;
  const mfn = memory.allocate(nr, order);
  for (let done = 0; done < nr; done += 2 ** order)
    p2m.set(first + done, mfn + done, order, P2MT.ram_rw, p2m.defaultAccess);
}
