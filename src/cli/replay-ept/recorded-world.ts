/** The world in which the recordings were made: one HVM domain with HAP, no device, no monitor. */

import { mfn, type Mfn, type Order } from '../../hypervisor/abi/frames.js';
import { TablePages } from '../../hypervisor/ept/table-pages.js';
import { DEFAULT_FEATURES } from '../../hypervisor/p2m/ept-features.js';
import { P2m } from '../../hypervisor/p2m/p2m.js';
import type { Args } from './recording.js';

/** Frames of the recorded machine: [first, last]. */
const MEMORY_END = 0x110_0000;
const HOLE = [0xe_0000, 0xf_ffff] as const;
const OWNED_BY_ANOTHER = [0x80_0000, 0x8f_ffff] as const;
const POD_CACHE_FIRST = 0x90_0000;
/** Ioreq servers that exist, by id. */
export const IOREQ_SERVERS: readonly number[] = [0, 1, 2];
const PAGE_TABLE_BASE = 2 ** 20 * 0x800;

const within = (n: number, [first, last]: readonly [number, number]) => n >= first && n <= last;

export class RecordedWorld {
  readonly p2m: P2m;
  readonly vcpu = { spuriousMisconfig: false };
  crashes = 0;
  #nextPodFrame = POD_CACHE_FIRST;

  constructor(setup: Args) {
    this.p2m = new P2m(
      new TablePages(PAGE_TABLE_BASE),
      {
        mfnValid: (frame) => frame < MEMORY_END && !within(frame, HOLE),
        frameHasOwner: (frame) => within(frame, OWNED_BY_ANOTHER),
        allocateFrames: (order) => this.#podFrames(order),
        crashDomain: () => this.crashes++,
        onResolved: () => (this.vcpu.spuriousMisconfig = true),
      },
      {
        ...DEFAULT_FEATURES,
        adBits: setup['ept_ad'] === 1,
        execSuperpages: setup['exec_sp'] === 1,
        superpages2m: setup['hap_2mb'] === 1,
        superpages1g: setup['hap_1gb'] === 1,
      },
    );
    this.p2m.memoryTypes.cacheFlushPermitted = setup['cache_flush_permitted'] === 1;
  }

  #podFrames(order: Order): Mfn {
    const frame = mfn(this.#nextPodFrame);
    this.#nextPodFrame += 2 ** order;
    return frame;
  }
}
