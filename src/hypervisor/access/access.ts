/**
 * One guest access on its way: what was asked, how far it is, and what has come of it so far.
 *
 * All that is needed to go on is plain data here and in the vcpu's I/O state, as in Xen: nothing
 * of a handler outlives a wait.
 */

import type { Ioreq } from '../abi/ioreq.js';
import type { Domain } from '../domain.js';
import type { Vcpu } from '../vcpu.js';
import type { AccessRequest } from './access-request.js';
import { noteAccess } from './note-access.js';
import type { CpuState } from './cpu-state.js';
import type { DecodedInstruction } from './instructions/instruction.js';
import type { Exception, Exit, Outcome, PendingReason } from './outcome.js';
import type { Program } from './program.js';
import type { TraceRecorder } from './trace.js';
import type { TraceStep } from './trace-steps.js';

/** A request that was sent to a device model for this access. */
export interface SentIoreq extends Ioreq {
  readonly ioservid: number;
}

/** A linear page whose translation Xen remembers while it emulates (mmio_gla, mmio_gpfn). */
export interface LatchedTranslation {
  /** Linear address of the page. */
  readonly page: number;
  readonly gfn: number;
  readonly read: boolean;
  readonly write: boolean;
}

/** A fault that the vcpu takes again and again, and all of the machine that it depends on. */
export interface Refault {
  readonly gpa: number;
  readonly qualification: number;
  readonly type: number;
  readonly owner: number | undefined;
}

/** Exits in one go after which a guest counts as getting nowhere. */
const PATIENCE = 10_000;

export class Access {
  readonly id: number;
  readonly domain: Domain;
  readonly vcpu: Vcpu;
  readonly request: AccessRequest;
  readonly recorder: TraceRecorder | undefined;
  readonly exits: Exit[] = [];
  readonly ioreqs: SentIoreq[] = [];
  outcome: Outcome = 'pending';
  reason: PendingReason | undefined;
  /** What a read, a read-modify-write or an input has read. */
  data: bigint | undefined;
  exception: Exception | undefined;

  // What executing it takes; an access that nothing stops is over before it is needed.
  /** Registers as of the last instruction that was completed. */
  cpu!: CpuState;
  program!: Program;
  /** Guest-physical minus linear address, where no guest paging translates. */
  distance = 0;
  /** The instruction that exited; undefined where it could not even be fetched. */
  instruction: DecodedInstruction | undefined;
  latched: LatchedTranslation | undefined;
  refault: Refault | undefined;
  isRunning = false;
  /** The guest has exited and not been entered again. */
  hasExited = false;
  /** It has written to an ioreq_server page that nobody owned, and was not just told to retry. */
  metNoOwner = false;
  /** Its last instruction was a hlt: it waits for an interrupt. */
  isHalted = false;
  #readCache: Map<string, bigint> | undefined;
  #exitsAtWait = 0;

  constructor(
    domain: Domain,
    vcpu: Vcpu,
    request: AccessRequest,
    recorder: TraceRecorder | undefined,
  ) {
    this.id = ++domain.lastAccessId;
    this.domain = domain;
    this.vcpu = vcpu;
    this.request = request;
    this.recorder = recorder;
  }

  get settled(): boolean {
    return this.outcome !== 'pending' && this.outcome !== 'monitor_event';
  }

  /** Hardware reports a linear address with each exit. */
  get hasGla(): boolean {
    return this.request.gla !== null;
  }

  /** The guest has exited again and again, and nothing has made it wait. */
  get isSpinning(): boolean {
    return this.exits.length - this.#exitsAtWait >= PATIENCE;
  }

  /** Guest memory that the instruction has read, so that a second emulation reads the same. */
  get readCache(): Map<string, bigint> {
    return (this.#readCache ??= new Map());
  }

  /** The next emulation reads guest memory anew. */
  forgetReads(): void {
    this.#readCache?.clear();
  }

  /** The steps so far, as people read them; none without a recorder. */
  get trace(): TraceStep[] {
    return this.recorder?.steps() ?? [];
  }

  /** The access has come to its end; the vcpu is free for another. */
  settle(outcome: Exclude<Outcome, 'pending' | 'monitor_event'>, exception?: Exception): void {
    const waited = this.reason !== undefined;
    this.outcome = outcome;
    this.reason = undefined;
    this.exception = exception;
    if (this.vcpu.access === this) this.vcpu.access = undefined;
    if (this.domain.journal !== undefined) noteAccess(this, this.domain.journal);
    if (waited) this.#tell();
  }

  wait(reason: PendingReason): void {
    this.#exitsAtWait = this.exits.length;
    if (this.reason === reason) return;
    this.reason = reason;
    this.outcome = this.domain.monitor?.isWaiting(this.vcpu) ? 'monitor_event' : 'pending';
    if (this.domain.journal !== undefined) noteAccess(this, this.domain.journal);
    this.#tell();
  }

  /** What it keeps to itself, as plain data: `restore` makes another like it. */
  save() {
    return { readCache: [...(this.#readCache ?? [])], exitsAtWait: this.#exitsAtWait };
  }

  restore({ readCache, exitsAtWait }: ReturnType<Access['save']>): void {
    this.#exitsAtWait = exitsAtWait;
    for (const [key, value] of readCache) this.readCache.set(key, value);
  }

  /** The instruction is a hlt, and done; the guest goes on behind it. */
  halt(): void {
    this.isHalted = true;
    this.cpu = { ...this.cpu, rip: this.cpu.rip + BigInt(this.instruction?.length ?? 0) };
  }

  #tell(): void {
    const { domain, vcpu, id } = this;
    domain.emit({ type: 'access', domid: domain.domid, vcpu: vcpu.id, accessId: id });
  }
}
