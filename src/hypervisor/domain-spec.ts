/** What a toolstack asks for when it creates a domain, and what of it Xen refuses. */

import { XenError } from './abi/errno.js';
import type { HvmParamName } from './abi/hvm-param.js';
import type { Order } from './abi/frames.js';
import { resolveProfile, type Profile } from './profile.js';

export const DOMAIN_TYPES = ['hvm', 'pvh', 'pv'] as const;
export type DomainType = (typeof DOMAIN_TYPES)[number];

/** Whether Xen emulates a whole PC for the domain, or the local APIC alone. */
export const EMULATIONS = ['full', 'lapic'] as const;
export type Emulation = (typeof EMULATIONS)[number];

/** HVM_MAX_VCPUS: as many as a shared ioreq page has slots. */
export const MAX_VCPUS = 128;

/** As libxl asks for. */
const MAX_GRANT_FRAMES = 64;

/** RAM at a run of gfns. */
export interface MemoryExtent {
  readonly firstGfn: number;
  readonly nr: number;
  /** The size of every mapping; without it, the largest that fit. */
  readonly order?: Order | undefined;
}

export interface DomainSpec {
  readonly name?: string | undefined;
  /** Which domid; without it, the next that is free. */
  readonly domid?: number | undefined;
  readonly type?: DomainType | undefined;
  /** Hardware-assisted paging: EPT. */
  readonly hap?: boolean | undefined;
  readonly vcpus?: number | undefined;
  /** RAM as a toolstack lays it out; `memory` instead takes the extents as they are. */
  readonly memoryMib?: number | undefined;
  readonly memory?: readonly MemoryExtent[] | undefined;
  /** Gfns for ioreq pages, as a toolstack sets them aside, and a hole for the VGA window. */
  readonly specialPages?: boolean | undefined;
  readonly params?: Readonly<Partial<Record<HvmParamName, bigint>>> | undefined;
  readonly emulation?: Emulation | undefined;
  /** The largest grant table that it may have. */
  readonly maxGrantFrames?: number | undefined;
  /** Its frames and ioreq pages are kept where other processes can map them. */
  readonly sharedMemory?: boolean | undefined;
  /** It is built as libxl builds an HVM domain, ready for a device model. */
  readonly toolstack?: boolean | undefined;
  /** The domain whose device model this one is. */
  readonly target?: number | undefined;
  readonly profile?: string | undefined;
  readonly knobs?: Readonly<Record<string, unknown>> | undefined;
  /** A new domain is paused once; false: it runs at once. */
  readonly paused?: boolean | undefined;
}

/** A spec with every question answered; what a toolstack says only by the hypercall itself may be left out. */
export interface DomainConfig {
  readonly name: string | undefined;
  readonly type: DomainType;
  readonly hap: boolean;
  readonly vcpus: number;
  /** As many as it may have, if not those that it begins with. */
  readonly maxVcpus?: number | undefined;
  readonly hasXenstore?: boolean | undefined;
  readonly maxPort?: number | undefined;
  readonly emulation: Emulation;
  readonly maxGrantFrames: number;
  /** Undefined: where the host can. */
  readonly sharedMemory: boolean | undefined;
  readonly toolstack: boolean;
  readonly target: number | undefined;
  readonly profile: Profile;
}

/** What XEN_DOMCTL_createdomain checks: EINVAL, or EOPNOTSUPP for what the build lacks. */
export function resolveConfig(spec: DomainSpec, defaultProfile: string): DomainConfig {
  const type = spec.type ?? 'hvm';
  const hap = spec.hap ?? type !== 'pv';
  const vcpus = spec.vcpus ?? 1;
  const profile = resolveProfile(spec.profile ?? defaultProfile, spec.knobs);

  if (vcpus < 1 || vcpus > MAX_VCPUS)
    throw new XenError('EINVAL', `a domain has 1 to ${MAX_VCPUS} vcpus, not ${vcpus}`);
  if (hap && type === 'pv') throw new XenError('EINVAL', 'a PV domain has no HAP');
  if (type !== 'pv' && !hap && !profile.knobs.shadow_paging)
    throw new XenError('EOPNOTSUPP', `Xen ${profile.name} is built without shadow paging`);

  const emulation = spec.emulation ?? (type === 'hvm' ? 'full' : 'lapic');
  const maxGrantFrames = spec.maxGrantFrames ?? MAX_GRANT_FRAMES;
  if (maxGrantFrames < 1) throw new XenError('EINVAL', 'a domain has at least one grant frame');
  const { name, target, toolstack = false } = spec;
  const sharedMemory = spec.sharedMemory ?? (toolstack ? undefined : false);
  if (toolstack && type !== 'hvm')
    throw new XenError('EINVAL', `a toolstack's layout is that of an HVM domain, not of ${type}`);
  // prettier-ignore
  return { name, type, hap, vcpus, emulation, maxGrantFrames, sharedMemory, toolstack, target, profile };
}
