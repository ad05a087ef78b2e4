/**
 * Which transitions need not be tried in both orders: sleep sets (P. Godefroid, Partial-Order Methods
 * for the Verification of Concurrent Systems, 1996). An actor whose move was tried at a state sleeps
 * in the states that follow until a move that depends on its own has been made.
 */

/** Parts of the world, as bits of `PART`. */
export interface Footprint {
  readonly reads: number;
  readonly writes: number;
}

/** Actors that sleep, each with the move that it would make. */
export type Sleepers = ReadonlyMap<number, Footprint>;

/** Neither has written what the other looks at: their order can't be told. */
export const areIndependent = (one: Footprint, other: Footprint): boolean =>
  (one.writes & (other.reads | other.writes)) === 0 && (other.writes & one.reads) === 0;

/** Who of `sleepers` still sleeps after `moved`. */
export function stillAsleep(sleepers: Iterable<readonly [number, Footprint]>, moved: Footprint) {
  const asleep = new Map<number, Footprint>();
  for (const [actor, footprint] of sleepers)
    if (areIndependent(footprint, moved)) asleep.set(actor, footprint);
  return asleep;
}
