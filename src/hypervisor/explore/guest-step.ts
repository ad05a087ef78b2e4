/** A guest access as a step: it begins when its vcpu is free, waits where it has to, and goes on. */

import { beginAccess, canGoOn, goOn } from '../access/access-guest.js';
import type { Access } from '../access/access.js';
import type { AccessRequest } from '../access/access-request.js';
import { TraceRecorder } from '../access/trace.js';
import type { Gate, Task } from '../schedule/task.js';
import type { Step, StepPoint, World } from './program.js';
import { EVERYTHING, PART, WorldState } from './world-state.js';

/** Hardware walks the tables; Xen first sees to the run state and to what device models have answered. */
const ENTERING = PART.run | PART.servers | PART.map | PART.claim | PART.memory;
const EMULATING = ENTERING | PART.rest;

/** What the way from one point to the next may look at; from points that are not here, everything. */
const READS: Readonly<Partial<Record<StepPoint, number>>> = {
  guest: ENTERING | PART.busy,
  vmexit: PART.rest,
  p2m_lookup: PART.map | PART.claim | PART.memory | PART.run | PART.locks | PART.rest,
  p2m_lock: PART.map | PART.claim | PART.run | PART.locks,
  emulate: EMULATING,
  p2m_ioreq_lock: EMULATING | PART.locks,
  ioreq_server_select: EMULATING,
  ioreq_send: EMULATING,
  vmentry: ENTERING,
};

export class GuestStep implements Step {
  readonly begins = 'guest';
  readonly writesUnseen = false;
  readonly request: AccessRequest;
  readonly #world: Pick<World, 'host' | 'domain'>;
  readonly #describe: (access: Access) => unknown;
  readonly #recorder: TraceRecorder | undefined;
  #access: Access | undefined;

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
    return READS[from] ?? EVERYTHING;
  }

  /** A fault through the guest's own tables comes again until some memory is otherwise. */
  #untilItCanGoOn(access: Access): Gate {
    const { refault, cpu, reason } = access;
    const isKnown = reason !== 'refaulting' || (refault !== undefined && cpu.cr3 === undefined);
    if (isKnown) return { point: 'vmentry', isOpen: () => canGoOn(access) };

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

const SEEN_BY_GUEST = PART.map | PART.claim | PART.memory;
