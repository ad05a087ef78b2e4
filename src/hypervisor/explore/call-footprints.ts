/**
 * What the hypercalls that are explored most look at on the way from one of their points to the next.
 * One that is not here counts as looking at everything, and as writing what cannot be seen.
 */

import type { StepPoint } from './program.js';
import { ofEveryVcpu, PART, VCPU_PART } from './parts.js';

export type Reads = Readonly<Partial<Record<StepPoint, number>>>;

const TYPES = PART.map | PART.claim;
const STILL = PART.run | ofEveryVcpu(VCPU_PART.exit);
const VCPUS = ofEveryVcpu(VCPU_PART.run | VCPU_PART.slot);
const TEARING_DOWN = STILL | VCPUS | PART.servers | PART.queue | PART.memory | TYPES;

const map_mem_type_to_ioreq_server: Reads = {
  hypercall: PART.run | PART.map,
  domain_pause: STILL,
  ioreq_server_lock: PART.serversLock | PART.servers,
  p2m_ioreq_lock: PART.claimLock | TYPES,
  p2m_lock: PART.p2mLock | TYPES,
  preempt_check: PART.map,
};

const ON_SERVER: Reads = {
  hypercall: PART.run,
  ioreq_server_lock: PART.serversLock | PART.servers,
  domain_pause: TEARING_DOWN,
};

const BY_NAME: Readonly<Record<string, Reads>> = {
  map_mem_type_to_ioreq_server,
  set_mem_type: {
    hypercall: PART.run | TYPES,
    p2m_lock: PART.p2mLock | TYPES,
    preempt_check: PART.map,
  },
  get_mem_type: { hypercall: PART.run | TYPES },
  destroy_ioreq_server: ON_SERVER,
  set_ioreq_server_state: ON_SERVER,
};

/** By Xen's name of the call. */
export const readsOfCall = (name: string): Reads | undefined => BY_NAME[name];
