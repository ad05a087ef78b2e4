/**
 * dom0's own event channel ports, which the recordings all call "local": what a step says of the one
 * that it means.
 */

/** How steps speak of a port that was allocated for a guest to bind, of the second one bound, and so on. */
const ALLOCATED = /allocated|unbound dom0 port|dom0 port after|now bound|dom0 sends/;
const SECOND = /second|third/;
/** Beyond all ports. */
const HUGE = 0xffff_ffff;

interface Port {
  readonly number: number;
  readonly isAllocated: boolean;
  isClosed: boolean;
}

export class Dom0Ports {
  readonly #ports: Port[] = [];

  allocated(number: number): void {
    this.#ports.push({ number, isAllocated: true, isClosed: false });
  }

  bound(number: number): void {
    this.#ports.push({ number, isAllocated: false, isClosed: false });
  }

  closed(number: number): void {
    for (const port of this.#ports) if (port.number === number) port.isClosed = true;
  }

  /** The last that was allocated. */
  get forGuest(): number {
    return this.#ports.findLast(({ isAllocated }) => isAllocated)?.number ?? HUGE;
  }

  /** The number of a port that a step names so. */
  named(said: unknown, why: string): number {
    if (said === 'local') return this.#local(why);
    return said === 'huge' ? HUGE : Number(said);
  }

  #local(why: string): number {
    if (ALLOCATED.test(why)) return this.forGuest;
    const bound = this.#ports.filter(({ isAllocated }) => !isAllocated);
    if (why === '') return this.#ports.findLast(({ isClosed }) => !isClosed)?.number ?? HUGE;
    const inTurn = SECOND.test(why) ? bound[1] : (this.#rebound(bound) ?? bound[0]);
    return (inTurn ?? this.#ports.at(-1))?.number ?? HUGE;
  }

  /** The first end was closed and bound anew: that is the last one then. */
  #rebound(bound: readonly Port[]): Port | undefined {
    return bound.length > 2 ? bound.at(-1) : undefined;
  }
}
