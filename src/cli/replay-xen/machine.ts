/** What a replay needs of the machine that it is played against, however that is reached. */

import type { GuestStep, RecordedBufioreq, RecordedIoreq, Step } from './recording.js';

/** What a hypercall answered, in the recording's words. */
export interface CallResult {
  readonly ret: number;
  readonly errno: string | null;
  readonly out?: Readonly<Record<string, unknown>>;
}

/** The guest as it stands. */
export interface GuestState {
  readonly completed: boolean;
  readonly exception: {
    readonly vector: number;
    readonly error: string;
    readonly cr2: string;
  } | null;
  readonly regs: Readonly<Record<string, string>>;
  /** RIP, from the start of the snippet. */
  readonly ripOffset: number;
}

export interface Machine {
  /** A fresh domain in the recordings' layout. */
  reset(scenario: string): Promise<void>;
  /** `undefined`: the machine does not know the call. */
  call(step: Step): Promise<CallResult | undefined>;
  /** `undefined` where there is no RAM. */
  readRam(gpa: number, length: number): Promise<Uint8Array | undefined>;
  writeRam(gpa: number, bytes: Uint8Array): Promise<void>;
  typeOf(gfn: number): Promise<string>;
  startGuest(step: GuestStep): Promise<void>;
  /** Let a guest that waits run, if it can. */
  continueGuest(): Promise<void>;
  guest(): Promise<GuestState>;
  /** Requests that no device model has taken yet. */
  takeRequests(): Promise<RecordedIoreq[]>;
  takeBuffered(): Promise<RecordedBufioreq[]>;
  answer(ioreq: RecordedIoreq, value: bigint | undefined): Promise<void>;
  /** The request whose answer the device model holds back. */
  held: RecordedIoreq | undefined;
  /** Write the answer into the slot, and only then maybe tell the vcpu; the state that was found. */
  answerLate(ioreq: RecordedIoreq, value: bigint | undefined, notify: boolean): Promise<number>;
  setSlotState(id: number, state: number): Promise<void>;
  notify(id: number): Promise<void>;
}
