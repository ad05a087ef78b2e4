/**
 * Recordings of a whole Xen with a guest and device models: JSON lines, plain or gzip, one object a
 * step. Their README says what each field means.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Args = Readonly<Record<string, unknown>>;

export interface Step {
  readonly scenario: string;
  readonly step: number;
  readonly op: string;
  readonly args?: Args;
  readonly ret?: number;
  readonly errno?: string | null;
  readonly out?: Readonly<Record<string, unknown>> | null;
  /** What a note says. */
  readonly text?: string;
  /** Paths of fields that differed between two recordings: not to be compared. */
  readonly nondeterministic?: readonly string[];
}

/** A request as the device model found it, and what it put in. */
export interface RecordedIoreq {
  readonly srv: string;
  readonly id: number;
  readonly type: string;
  readonly dir: 'read' | 'write';
  readonly addr: string;
  readonly size: number;
  readonly count: number;
  readonly df: number;
  readonly data_is_ptr: number;
  readonly data: string;
  readonly state?: string;
  readonly vp_eport_matches?: boolean;
  /** The values that `data` points at, one a repetition, sixteen at most. */
  readonly ptr_bytes?: readonly string[];
  readonly answer?: string;
  /** False: the device model held its answer back. */
  readonly answered?: boolean;
}

export interface RecordedBufioreq {
  readonly srv: string;
  readonly type: number;
  readonly dir: 'read' | 'write';
  readonly size_code: number;
  readonly addr: string;
  readonly data: string;
}

export interface WatchedMemory {
  readonly gpa: string;
  readonly before: string;
  readonly after: string;
}

/** One instruction or a short snippet, executed by the guest. */
export interface GuestStep extends Step {
  readonly op: 'guest' | 'guest_continue';
  readonly label: string;
  readonly asm: string;
  readonly bytes: string;
  readonly regs_in: Readonly<Record<string, string>>;
  readonly completed: boolean;
  readonly exception?: {
    readonly vector: number;
    readonly error: string;
    readonly rip_off: number;
    readonly cr2: string;
  } | null;
  readonly regs_out?: Readonly<Record<string, string>>;
  readonly ioreqs: readonly RecordedIoreq[];
  /** More requests came than are listed; how many, where the recording knows. */
  readonly ioreqs_truncated?: boolean;
  readonly ioreqs_total?: number;
  readonly bufioreqs: readonly RecordedBufioreq[];
  readonly mem: readonly WatchedMemory[];
  readonly type_after?: string;
  /** Where the vcpu stood when it had not come to an end. */
  readonly vcpu?: { readonly rip_off: number; readonly [register: string]: string | number };
}

/** A guest that runs on the spot until something arrives. */
export interface SpinStep extends Step {
  readonly op: 'guest_spin';
  readonly label: string;
  readonly rflags_in: string;
  readonly exception?: { readonly rip_off: number } | null;
}

export interface Recording {
  /** Version of the Xen that was recorded: `4.17`, `4.22`. */
  readonly version: string;
  readonly scenarios: ReadonlyMap<string, readonly Step[]>;
}

const GZIP_MAGIC = 0x1f8b;
const META = 'meta';

export const isGuestStep = (step: Step): step is GuestStep =>
  step.op === 'guest' || step.op === 'guest_continue';

export const isSpinStep = (step: Step): step is SpinStep => step.op === 'guest_spin';

export function readRecording(file: string | URL): Recording {
  const bytes = readFileSync(file);
  const isZipped = bytes.length > 1 && bytes.readUInt16BE(0) === GZIP_MAGIC;
  const text = (isZipped ? gunzipSync(bytes) : bytes).toString('utf8');
  const scenarios = new Map<string, Step[]>();
  let version: string | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const step = JSON.parse(line) as Step;
    if (step.scenario === META) {
      version = /^\d+\.\d+/.exec(String(step.out?.version))?.[0];
      continue;
    }
    const known = scenarios.get(step.scenario);
    if (known === undefined) scenarios.set(step.scenario, [step]);
    else known.push(step);
  }
  if (version === undefined) throw new Error(`${String(file)} does not say which Xen it is of`);
  return { version, scenarios };
}
