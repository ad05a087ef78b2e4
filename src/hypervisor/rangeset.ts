/**
 * A set of inclusive ranges that merge when they touch and split when a hole is cut.
 *
 * Reference: xen/common/rangeset.c. What counts against the limit is a node, and a new node is
 * taken before a neighbour is merged: at the limit a range still grows upwards, never downwards.
 */

import { XenError } from './abi/errno.js';
import { hex } from './abi/frames.js';

/** Frames are numbers; the 64-bit ends of an ioreq server's ranges are bigints. */
export class Rangeset<V extends number | bigint = number> {
  readonly #limit: number;
  readonly #stretches: boolean;
  #firsts: V[] = [];
  #lasts: V[] = [];

  /**
   * `stretchesOnRemove` is a fault of Xen up to 4.17 (mended by e118fc98e7): a removal that begins
   * in a gap and reaches into a later range moves the end of the range before it up to the gap's.
   */
  constructor(limit = Infinity, { stretchesOnRemove = false } = {}) {
    this.#limit = limit;
    this.#stretches = stretchesOnRemove;
  }

  get isEmpty(): boolean {
    return this.#firsts.length === 0;
  }

  /** How many nodes the set is held in. */
  get size(): number {
    return this.#firsts.length;
  }

  /** Every range, lowest first. */
  *[Symbol.iterator](): Generator<readonly [first: V, last: V]> {
    for (let at = 0; at < this.#firsts.length; at++)
      yield [this.#firsts[at] as V, this.#lasts[at] as V];
  }

  contains(first: V, last: V): boolean {
    const at = this.#nodeAt(first);
    return at >= 0 && (this.#lasts[at] as V) >= last;
  }

  overlaps(first: V, last: V): boolean {
    const at = this.#nodeAt(last);
    return at >= 0 && (this.#lasts[at] as V) >= first;
  }

  add(first: V, last: V): void {
    const below = this.#nodeAt(first);
    const reach = this.#nodeAt(last);
    const joins = below >= 0 && next(this.#lasts[below] as V) >= first;
    const from = joins ? below : below + 1;
    if (from > reach) this.#reserveNode(first, last);

    const start = joins ? (this.#firsts[below] as V) : first;
    const end = reach >= from ? larger(this.#lasts[reach] as V, last) : last;
    const above = reach + 1;
    const touches = above < this.#firsts.length && next(end) === (this.#firsts[above] as V);
    const upTo = touches ? above : reach;
    this.#replace(from, upTo - from + 1, [start], [touches ? (this.#lasts[above] as V) : end]);
  }

  remove(first: V, last: V): void {
    const reach = this.#nodeAt(last);
    if (reach < 0) return;
    const below = this.#nodeAt(first);
    const from = below >= 0 && (this.#lasts[below] as V) >= first ? below : below + 1;
    if (from > reach) return;
    if (this.#stretches && from > below && below >= 0) this.#lasts[below] = previous(first);

    const start = this.#firsts[from] as V;
    const end = this.#lasts[reach] as V;
    const keepsStart = start < first;
    const keepsEnd = end > last;
    if (keepsStart && keepsEnd && from === reach) this.#reserveNode(first, last);

    const firsts: V[] = [];
    const lasts: V[] = [];
    if (keepsStart) {
      firsts.push(start);
      lasts.push(previous(first));
    }
    if (keepsEnd) {
      firsts.push(next(last));
      lasts.push(end);
    }
    this.#replace(from, reach - from + 1, firsts, lasts);
  }

  clear(): void {
    this.#firsts = [];
    this.#lasts = [];
  }

  /** Exactly these nodes: what `[Symbol.iterator]` gave. */
  restore(ranges: readonly (readonly [first: V, last: V])[]): void {
    this.#firsts = ranges.map(([first]) => first);
    this.#lasts = ranges.map(([, last]) => last);
  }

  /** The last node that starts at or below `value`, or -1. */
  #nodeAt(value: V): number {
    const firsts = this.#firsts;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] as V) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #reserveNode(first: V, last: V): void {
    if (this.#firsts.length >= this.#limit)
      throw new XenError(
        'ENOMEM',
        `no node left of ${this.#limit} for the range ${hex(first)} to ${hex(last)}`,
      );
  }

  #replace(at: number, count: number, firsts: V[], lasts: V[]): void {
    this.#firsts.splice(at, count, ...firsts);
    this.#lasts.splice(at, count, ...lasts);
  }
}

const larger = <V extends number | bigint>(a: V, b: V): V => (a > b ? a : b);

const next = <V extends number | bigint>(value: V): V => step(value, 1) as V;

const previous = <V extends number | bigint>(value: V): V => step(value, -1) as V;

const step = (value: number | bigint, by: 1 | -1): number | bigint =>
  typeof value === 'bigint' ? value + BigInt(by) : value + by;
