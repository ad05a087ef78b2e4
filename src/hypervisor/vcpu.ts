/**
 * One virtual processor: why it does not run, and what Xen keeps of an instruction that it has not
 * finished (struct vcpu_io, struct hvm_vcpu_io). All of it is plain data, so that a state of the
 * machine can be snapshot, digested and compared.
 */

import { newIoreq, type Ioreq, type IoreqDir } from './abi/ioreq.js';

/** What remains to be done with the instruction once the device model has answered. */
export type IoCompletion = 'none' | 'mmio' | 'pio';

/** A memory operand that an instruction has begun to emulate: what was done of it stays done. */
export interface MmioCacheEntry {
  readonly gla: number;
  readonly dir: IoreqDir;
  /** Bytes of `buffer` that hold a result. */
  size: number;
  readonly buffer: Uint8Array;
}

export interface VcpuIo {
  /** The request as Xen remembers it; its `state` says how far it is. */
  request: Ioreq;
  completion: IoCompletion;
  /** The request was not sent because the domain is shutting down. */
  suspended: boolean;
  mmioCache: MmioCacheEntry[];
  /** A string instruction has to be taken up again although nothing is awaited. */
  mmioRetry: boolean;
  /** Machine code of the instruction, so that a retry does not fetch it anew. */
  instruction: Uint8Array | undefined;
  /** How often it has been emulated once more since it began. */
  reexecutions: number;
}

/** Waiting for a device model's notification, and for which. */
export interface BlockedInXen {
  readonly ioservid: number;
  readonly port: number;
}

/** What the access engine has going on this vcpu; it knows more of it than this. */
export interface PendingAccess {
  readonly id: number;
  readonly settled: boolean;
  /** Its last instruction was a hlt: it waits for an interrupt. */
  readonly isHalted?: boolean;
}

/** A trap, an exception or an interrupt as a device model describes it; nothing of it is checked. */
export interface InjectedEvent {
  readonly vector: number;
  /** X86_EVENTTYPE_*. */
  readonly type: number;
  /** 0xffffffff: none. */
  readonly errorCode: number;
  readonly insnLength: number;
  readonly cr2: bigint;
}

export class Vcpu {
  readonly id: number;
  /** Another vcpu has repaired a misconfigured entry that this one may still have cached. */
  spuriousMisconfig = false;
  /** The guest access that it is in. */
  access: PendingAccess | undefined;
  blockedInXen: BlockedInXen | undefined;
  pauseCount = 0;
  /** It has not been started, or has been taken down. */
  isDown = false;
  /** Xen is at work on an exit of it: from the exit until it enters the guest again, or waits. */
  inExit = false;
  /** It has a request under way and may not be stopped by a shutdown before its end. */
  deferShutdown = false;
  pausedForShutdown = false;
  /** Device models must be told, before the guest goes on, that pages have left the p2m. */
  mapcacheInvalidate = false;
  /** The one event that a device model has injected and that it has not taken yet. */
  injectedEvent: InjectedEvent | undefined;
  nmiPending = false;
  /** The vector by which it wants to be told of event channels; 0: the domain's way. */
  upcallVector = 0;
  /** An event channel of its has become pending, and it has not looked yet. */
  upcallPending = false;
  #io: VcpuIo | undefined;

  constructor(id: number) {
    this.id = id;
  }

  get io(): VcpuIo {
    return (this.#io ??= idleIo());
  }

  /** Whether it has ever had to do with a device model: a vcpu that has not costs next to nothing. */
  get hasIo(): boolean {
    return this.#io !== undefined;
  }
}

const idleIo = (): VcpuIo => ({
  request: newIoreq({ count: 0 }),
  completion: 'none',
  suspended: false,
  mmioCache: [],
  mmioRetry: false,
  instruction: undefined,
  reexecutions: 0,
});
