/** A hypercall as a step. What Xen refuses, and what would end a real host, are results like others. */

import { ERRNO, XenError } from '../abi/errno.js';
import { XenBug } from '../abi/xen-bug.js';
import type { Task } from '../schedule/task.js';
import { readsOfCall, type Reads } from './call-footprints.js';
import type { Step, StepPoint } from './program.js';
import { EVERYTHING } from './parts.js';

export class HypercallStep implements Step {
  readonly begins = 'hypercall';
  readonly writesUnseen: boolean;
  readonly dependsOnUnseen: boolean;
  readonly #call: () => Task<unknown>;
  readonly #reads: Reads | undefined;
  /** Why it was refused. */
  refusal: XenError | XenBug | undefined;

  /** `name`: Xen's, by which it is known what the call looks at. */
  constructor(name: string, call: () => Task<unknown>) {
    this.#call = call;
    this.#reads = readsOfCall(name);
    this.writesUnseen = this.dependsOnUnseen = this.#reads === undefined;
  }

  get panicked(): boolean {
    return this.refusal instanceof XenBug;
  }

  isReady(): boolean {
    return true;
  }

  *task(): Task<unknown> {
    try {
      return yield* this.#call();
    } catch (error) {
      if (!(error instanceof XenError || error instanceof XenBug)) throw error;
      this.refusal = error;
      return error instanceof XenBug
        ? { outcome: 'host_panic' }
        : { rc: -ERRNO[error.errno], errno: error.errno };
    }
  }

  unfinished(at: StepPoint): unknown {
    return { outcome: 'blocked', at };
  }

  reads(from: StepPoint): number {
    return this.#reads?.[from] ?? EVERYTHING;
  }
}
