/** One way in which a host is to fail: at which calls, how often, and how. */

import type { Errno } from '../abi/errno.js';
import { Random } from './random.js';

/** What happens to a call; a delay goes together with any other. */
export interface FaultEffect {
  /** It is refused, and nothing is done. */
  readonly errno?: Errno | undefined;
  /** How long it waits first, in real milliseconds. */
  readonly delayMs?: number | undefined;
  /** It gives way after so many batches, though nobody has asked for that. */
  readonly afterBatches?: number | undefined;
  /** Its connection closes without an answer: before anything is done, or after. */
  readonly drop?: 'before' | 'after' | undefined;
  /** A request to a device model is not delivered for so many real milliseconds; Infinity: while the rule is there. */
  readonly silenceMs?: number | undefined;
}

export interface FaultSpec {
  /** `dmop/set_mem_type`, or a name of ours; a last part `*` stands for every one, and `*` alone for all calls. */
  readonly op: string;
  readonly domid?: number | undefined;
  /** Of those that are about an ioreq server. */
  readonly ioservid?: number | undefined;
  readonly effect: FaultEffect;
  /** Of each time that it could fire. */
  readonly probability: number;
  /** How often at most; undefined: there is no end. */
  readonly count?: number | undefined;
  /** How many calls it lets pass first. */
  readonly skip: number;
  readonly seed: number;
}

/** What a rule is asked about. */
export interface FaultyCall {
  readonly op: string;
  readonly domid: number;
  readonly ioservid?: number | undefined;
}

export class FaultRule {
  readonly id: number;
  readonly spec: FaultSpec;
  /** How many calls it was about. */
  met = 0;
  /** How often it has struck. */
  fired = 0;
  readonly random: Random;

  constructor(id: number, spec: FaultSpec) {
    this.id = id;
    this.spec = spec;
    this.random = new Random(spec.seed);
  }

  isAbout({ op, domid, ioservid }: FaultyCall): boolean {
    const { spec } = this;
    if (spec.domid !== undefined && spec.domid !== domid) return false;
    if (spec.ioservid !== undefined && spec.ioservid !== ioservid) return false;
    if (spec.op === op || spec.op === '*') return true;
    return spec.op.endsWith('/*') && op.startsWith(spec.op.slice(0, -1));
  }

  /** Counts a call that it is about; whether it strikes. */
  strikes(): boolean {
    const { skip, count = Infinity, probability } = this.spec;
    if (this.fired >= count) return false;
    this.met++;
    if (this.met <= skip) return false;
    if (probability < 1 && this.random.next() >= probability) return false;
    this.fired++;
    return true;
  }
}
