/**
 * A lock of Xen's. Who holds it is an object that stands for a task: a guest access, or a token of
 * a hypercall.
 *
 * What a task does between two of its points nobody can interrupt, so it only has to wait for a lock
 * that it needs for no longer; one that it keeps across a point it takes.
 */

import type { Gate, SchedulePoint, Task } from './task.js';

export class Lock {
  readonly point: SchedulePoint;
  /** Whether its holder may take it once more. */
  readonly isRecursive: boolean;
  #holder: object | undefined;
  #depth = 0;

  constructor(point: SchedulePoint, { recursive = false } = {}) {
    this.point = point;
    this.isRecursive = recursive;
  }

  get isHeld(): boolean {
    return this.#holder !== undefined;
  }

  isFreeFor(task: object): boolean {
    return this.#holder === undefined || (this.isRecursive && this.#holder === task);
  }

  /** To be yielded: passable once the task may have the lock. */
  wantedBy(task: object, point: SchedulePoint = this.point): Gate {
    return new LockGate(this, task, point);
  }

  /** Do something that has points of its own with the lock held; the gate must have been passed. */
  *heldBy<T>(task: object, body: () => Task<T>): Task<T> {
    this.#take(task);
    try {
      return yield* body();
    } finally {
      this.#release();
    }
  }

  #take(task: object): void {
    if (!this.isFreeFor(task)) throw new Error(`${this.point} is taken by another`);
    this.#holder = task;
    this.#depth++;
  }

  #release(): void {
    if (--this.#depth === 0) this.#holder = undefined;
  }
}

/** A closure in its place would cost most calls more than what they want the lock for. */
class LockGate implements Gate {
  readonly point: SchedulePoint;
  readonly #lock: Lock;
  readonly #task: object;

  constructor(lock: Lock, task: object, point: SchedulePoint) {
    this.point = point;
    this.#lock = lock;
    this.#task = task;
  }

  isOpen(): boolean {
    return this.#lock.isFreeFor(this.#task);
  }
}
