/** A guest access as a step: it begins when its vcpu is free, waits where it has to, and goes on. */

import { beginAccess, canGoOn, goOn } from '../access/access-guest.js';
import type { Access } from '../access/access.js';
import { checkAccess } from '../access/check-access.js';
import type { AccessRequest } from '../access/access-request.js';
import { TraceRecorder } from '../access/trace.js';
import type { Gate, Task } from '../schedule/task.js';
import type { Step, StepPoint, World } from './program.js';
import { EVERYTHING, ofVcpu, PART, VCPU_PART } from './parts.js';
import { WorldState } from './world-state.js';

/** Hardware walks the tables; Xen first sees to the run state and to what device models have answered. */
const SEEN_BY_GUEST = PART.map | PART.claim | PART.memory;
const ENTERING = SEEN_BY_GUEST | PART.run | PART.servers | PART.rest;
const OF_ITS_VCPU = VCPU_PART.run | VCPU_PART.slot;

/**
 * What the way from one point to the next may look at, beside what its vcpu has of its own; from
 * points that are not here, everything.
 */
const READS: Readonly<Partial<Record<StepPoint, number>>> = {
  guest: ENTERING,
  vmexit: PART.rest,
  p2m_lookup: SEEN_BY_GUEST | PART.run | PART.p2mLock | PART.rest,
  p2m_lock: PART.map | PART.claim | PART.run | PART.p2mLock,
  emulate: ENTERING,
  p2m_ioreq_lock: ENTERING | PART.claimLock,
  ioreq_server_select: ENTERING,
  ioreq_send: ENTERING,
  vmentry: ENTERING,
};

export class GuestStep implements Step {
  readonly begins = 'guest';
  readonly request: AccessRequest;
  readonly #world: Pick<World, 'host' | 'domain'>;
  readonly #describe: (access: Access) => unknown;
  readonly #recorder: TraceRecorder | undefined;
  #access: Access | undefined;
  #waitsForChange = false;

  constructor(
    world: Pick<World, 'host' | 'domain'>,
    request: AccessRequest,
    describe: (access: Access) => unknown,
    traced = false,
  ) {
    this.#world = world;
    this.request = request;
    this.#describe = describe;
    this.#recorder = traced ? new TraceRecorder() : undefined;
  }

  /** Undefined: it has not begun. */
  get access(): Access | undefined {
    return this.#access;
  }

  get panicked(): boolean {
    return this.#access?.outcome === 'host_panic';
  }

  /** Throws what keeps it from ever beginning. */
  check(): void {
    checkAccess(this.#world.domain, this.request);
  }

  /** What it does to interrupt hardware, and to who watches its memory, is not taken down. */
  get writesUnseen(): boolean {
    const { domain } = this.#world;
    return domain.hasInterrupts || domain.monitor !== undefined;
  }

  /** Registers of devices, machine code, and a fault that waits for any change have a past of their own. */
  get dependsOnUnseen(): boolean {
    const { deviceRegisters } = this.#world.domain;
    const isPlain = this.request.kind !== 'insn' && !this.#waitsForChange;
    return !isPlain || this.writesUnseen || deviceRegisters.size > 0;
  }

  isReady(): boolean {
    return this.#world.domain.vcpu(this.request.vcpu).access === undefined;
  }

  *task(): Task<unknown> {
    const { domain } = this.#world;
    const access = (this.#access = beginAccess(domain, this.request, this.#recorder));
    for (;;) {
      yield* goOn(access);
      if (access.settled) return this.#describe(access);
      yield this.#untilItCanGoOn(access);
    }
  }

  unfinished(): unknown {
    return this.#access && this.#describe(this.#access);
  }

  /** Machine code may hold a hypercall, which is made right after the exit. */
  reads(from: StepPoint): number {
    if (from === 'vmexit' && this.request.kind === 'insn') return EVERYTHING;
    const reads = READS[from];
    if (reads === undefined) return EVERYTHING;
    const own = from === 'guest' ? OF_ITS_VCPU | VCPU_PART.access : OF_ITS_VCPU;
    return reads | ofVcpu(own, this.request.vcpu);
  }

  /** A fault through the guest's own tables comes again until some memory is otherwise. */
  #untilItCanGoOn(access: Access): Gate {
    const { refault, cpu, reason } = access;
    const isKnown = reason !== 'refaulting' || (refault !== undefined && cpu.cr3 === undefined);
    if (isKnown) return { point: 'vmentry', isOpen: () => canGoOn(access) };

    this.#waitsForChange = true;
    const world = new WorldState();
    world.update(this.#world);
    let isOtherwise = false;
    return {
      point: 'vmentry',
      isOpen: () => {
        isOtherwise ||= (world.update(this.#world) & SEEN_BY_GUEST) !== 0;
        return isOtherwise && canGoOn(access);
      },
    };
  }
}
