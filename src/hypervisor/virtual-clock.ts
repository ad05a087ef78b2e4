/**
 * Time as guests and hypercalls see it: nanoseconds since the machine came up. It stands still unless it is moved, or
 * runs with a clock that is handed in.
 */

export class VirtualClock {
  /** Of a clock that runs: what it showed when the other clock showed `#since`. */
  #now: bigint;
  #since = 0n;
  #real: (() => bigint) | undefined;

  constructor(now = 0n) {
    this.#now = now;
  }

  get now(): bigint {
    return this.#real === undefined ? this.#now : this.#now + this.#real() - this.#since;
  }

  get frozen(): boolean {
    return this.#real === undefined;
  }

  /** From now on as fast as `real`, in nanoseconds. */
  run(real: () => bigint): void {
    this.freeze();
    this.#since = real();
    this.#real = real;
  }

  freeze(): void {
    this.#now = this.now;
    this.#real = undefined;
  }

  /** Never back. */
  advance(nanoseconds: bigint): void {
    if (nanoseconds < 0n) throw new RangeError(`time does not run back by ${-nanoseconds} ns`);
    this.#now += nanoseconds;
  }
}
