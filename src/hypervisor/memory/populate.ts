/**
 * Give a domain RAM at a run of gfns, by mappings of one size or of the largest that fit.
 *
 * A run of equal mappings gets machine frames in a row, so that a domain of a TiB takes a thousand
 * entries and a handful of numbers.
 */

import { XenError } from '../abi/errno.js';
import { hex, type Order } from '../abi/frames.js';
import type { MemoryExtent } from '../domain-spec.js';
import type { Domain } from '../domain.js';

const ORDERS = [18, 9, 0] as const;

/**
 * Give a domain all of its RAM. EINVAL where mappings of the order asked for do not fill an extent;
 * ENOMEM, also for more mappings than `limit`.
 */
export function populate(
  domain: Domain,
  extents: readonly MemoryExtent[],
  limit = Number.POSITIVE_INFINITY,
): void {
  const runs = extents.flatMap((extent) => [...runsOf(extent)]);
  const mappings = runs.reduce(
    (sum, { nr, order }) => sum + (domain.hap ? nr / 2 ** order : nr),
    0,
  );
  if (mappings > limit)
    throw new XenError('ENOMEM', `${mappings} mappings are more than ${limit} for one domain`);
  for (const run of runs) map(domain, run);
}

interface Run {
  readonly first: number;
  readonly nr: number;
  readonly order: Order;
}

/** An extent as runs of equal mappings: of the order asked for, or each the largest that fits. */
function* runsOf({ firstGfn, nr, order }: MemoryExtent): Generator<Run> {
  if (nr < 1) throw new XenError('EINVAL', `the extent at gfn ${hex(firstGfn)} is empty`);
  if (order !== undefined) {
    if (firstGfn % 2 ** order !== 0 || nr % 2 ** order !== 0)
      throw new XenError(
        'EINVAL',
        `${nr} pages at gfn ${hex(firstGfn)} are no run of order ${order}`,
      );
    yield { first: firstGfn, nr, order };
    return;
  }
  const end = firstGfn + nr;
  for (let at = firstGfn; at < end;) {
    const largest = largestAt(at, end);
    const next = nextLargerAt(at, end, largest);
    yield { first: at, nr: next - at, order: largest };
    at = next;
  }
}

function largestAt(gfn: number, end: number): Order {
  return ORDERS.find((order) => gfn % 2 ** order === 0 && gfn + 2 ** order <= end)!;
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

function map({ memory }: Domain, { first, nr, order }: Run): void {
  const { p2m } = memory;
  for (let done = 0; done < nr;) {
    const run = memory.allocateUpTo(nr - done, order);
    p2m.setRam(first + done, run.first, run.nr, order);
    done += run.nr;
  }
}
