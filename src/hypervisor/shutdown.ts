/**
 * How a domain stops: every vcpu is paused at once, but one that has a request under way only when
 * that has been answered.
 *
 * Reference: xen/common/domain.c, domain_shutdown() and vcpu_start_shutdown_deferral().
 */

import type { Vcpu } from './vcpu.js';

export const SHUTDOWN_REASON = {
  poweroff: 0,
  reboot: 1,
  suspend: 2,
  crash: 3,
  watchdog: 4,
  soft_reset: 5,
} as const;

export type ShutdownReasonName = keyof typeof SHUTDOWN_REASON;

const NAMES = Object.keys(SHUTDOWN_REASON) as ShutdownReasonName[];

/** `undefined` for a number without a meaning, which Xen takes all the same. */
export const shutdownReasonName = (reason: number): ShutdownReasonName | undefined => NAMES[reason];

export class Shutdown {
  readonly #vcpus: readonly Vcpu[];
  #reason: number | undefined;
  #complete = false;

  constructor(vcpus: readonly Vcpu[]) {
    this.#vcpus = vcpus;
  }

  /** Why the domain stops or has stopped. */
  get reason(): number | undefined {
    return this.#reason;
  }

  /** No vcpu runs any more. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** The first reason counts; later ones are not heard. */
  begin(reason: number): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    for (const vcpu of this.#vcpus) {
      if (reason === SHUTDOWN_REASON.crash) vcpu.deferShutdown = false;
      if (!vcpu.deferShutdown) stop(vcpu);
    }
    this.#finish();
  }

  /** A request is about to be sent; false: the domain is stopping, the vcpu stops here. */
  startDeferral(vcpu: Vcpu): boolean {
    if (vcpu.deferShutdown) return true;
    vcpu.deferShutdown = true;
    if (this.#reason !== undefined) this.endDeferral(vcpu);
    return vcpu.deferShutdown;
  }

  /** The request is over. */
  endDeferral(vcpu: Vcpu): void {
    vcpu.deferShutdown = false;
    if (this.#reason === undefined) return;
    stop(vcpu);
    this.#finish();
  }

  /** XEN_DOMCTL_resumedomain. */
  resume(): void {
    this.#reason = undefined;
    this.#complete = false;
    for (const vcpu of this.#vcpus) {
      if (vcpu.pausedForShutdown) vcpu.pauseCount--;
      vcpu.pausedForShutdown = false;
    }
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return { reason: this.#reason, complete: this.#complete };
  }

  restore({ reason, complete }: ReturnType<Shutdown['save']>): void {
    this.#reason = reason;
    this.#complete = complete;
  }

  #finish(): void {
    this.#complete = this.#vcpus.every(({ pausedForShutdown }) => pausedForShutdown);
  }
}

function stop(vcpu: Vcpu): void {
  if (vcpu.pausedForShutdown) return;
  vcpu.pausedForShutdown = true;
  vcpu.pauseCount++;
}
