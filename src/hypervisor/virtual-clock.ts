/** Time as guests and hypercalls see it: nanoseconds since the machine came up. It stands still unless it is moved. */

export class VirtualClock {
  #now = 0n;

  get now(): bigint {
    return this.#now;
  }

  /** Never back. */
  advance(nanoseconds: bigint): void {
    if (nanoseconds < 0n) throw new RangeError(`time does not run back by ${-nanoseconds} ns`);
    this.#now += nanoseconds;
  }
}
