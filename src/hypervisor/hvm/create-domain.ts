/**
 * XEN_DOMCTL_createdomain: a domain by its configuration alone, without vcpus and without memory.
 *
 * Reference: xen/common/domain.c, sanitise_domain_config(), domain_create(); xen/arch/x86/domain.c,
 * arch_sanitise_domain_config(), emulation_flags_ok(); xen/common/grant_table.c, grant_table_init(). The order of the
 * checks is theirs. The machine has no IOMMU, no vPMU, no vmtrace, and one cpupool.
 */

import { XenError, type Errno } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { MAX_VCPUS, type DomainConfig } from '../domain-spec.js';
import type { Host } from '../host.js';
import type { Knobs } from '../profile-knobs.js';
import { resolveProfile } from '../profile.js';

/** XEN_DOMCTL_CDF_*. */
const CDF = {
  hvm: 1 << 0,
  hap: 1 << 1,
  s3_integrity: 1 << 2,
  oos_off: 1 << 3,
  xs_domain: 1 << 4,
  iommu: 1 << 5,
  nested_virt: 1 << 6,
  vpmu: 1 << 7,
} as const;
type Flag = keyof typeof CDF;
const ALL_FLAGS = 0xff;

/** XEN_X86_EMU_*. */
const EMU = { lapic: 1 << 0, pit: 1 << 8, use_pirq: 1 << 9, vpci: 1 << 10 } as const;
const ALL_EMU = 0x7ff;
const WHOLE_PC = ALL_EMU & ~EMU.vpci;

const GRANT_VERSION_MASK = 0xf;
const MAX_GRANT_VERSION = 2;
/** What the host gives, and as signed number the wish for it. */
const HOST_GRANT_FRAMES = 64;
const MAX_PV_VCPUS = 8192;
/** DOMID_ANY of later Xens; what is as large is reserved. */
const DOMID_ANY = 0x7ff5;
const DOMID_FIRST_RESERVED = 0x7ff0;

/** struct xen_domctl_createdomain. */
export interface CreateDomain {
  readonly flags: number;
  readonly iommuOpts: number;
  readonly maxVcpus: number;
  readonly maxEvtchnPort: number;
  /** Negative: as many as the host gives. */
  readonly maxGrantFrames: number;
  readonly grantOpts: number;
  readonly vmtraceSize: number;
  readonly cpupoolId: number;
  readonly emulationFlags: number;
  readonly profile: string | undefined;
}

export function createDomain(host: Host, wanted: number, request: CreateDomain): Domain {
  const profile = resolveProfile(request.profile ?? host.settings.profile);
  const { knobs } = profile;
  const domid = wantedDomid(wanted, knobs);
  for (const { errno, what, isWrong } of CHECKS)
    if (isWrong(request, knobs)) throw new XenError(errno, what(request));

  const isHvm = has(request, 'hvm');
  const config: DomainConfig = {
    name: undefined,
    type: isHvm ? 'hvm' : 'pv',
    hap: has(request, 'hap'),
    vcpus: 0,
    maxVcpus: request.maxVcpus,
    hasXenstore: has(request, 'xs_domain'),
    maxPort: Math.min(request.maxEvtchnPort, MAX_PORT),
    emulation: request.emulationFlags === EMU.lapic ? 'lapic' : 'full',
    maxGrantFrames: grantFrames(request),
    target: undefined,
    sharedMemory: false,
    toolstack: false,
    profile,
  };
  return host.addDomain(domid, config);
}

/** As many as the FIFO ports could be. */
const MAX_PORT = 2 ** 17 - 1;

interface Check {
  readonly errno: Errno;
  readonly what: (request: CreateDomain) => string;
  readonly isWrong: (request: CreateDomain, knobs: Knobs) => boolean;
}

const has = ({ flags }: CreateDomain, flag: Flag): boolean => (flags & CDF[flag]) !== 0;
const asked = (flag: Flag) => () => `${flag} is not to be had`;

const CHECKS: readonly Check[] = [
  {
    errno: 'EINVAL',
    what: ({ flags }) => `flags 0x${flags.toString(16)} has an unknown bit`,
    isWrong: ({ flags }) => (flags & ~ALL_FLAGS) !== 0,
  },
  {
    errno: 'EINVAL',
    what: ({ grantOpts }) => `grant_opts ${grantOpts} has an unknown bit`,
    isWrong: ({ grantOpts }) => (grantOpts & ~GRANT_VERSION_MASK) !== 0,
  },
  {
    errno: 'EINVAL',
    what: () => 'a domain has at least one vcpu',
    isWrong: ({ maxVcpus }) => maxVcpus < 1,
  },
  {
    errno: 'EINVAL',
    what: () => 'hap is for HVM domains',
    isWrong: (request) => has(request, 'hap') && !has(request, 'hvm'),
  },
  { errno: 'EINVAL', what: asked('iommu'), isWrong: (request) => has(request, 'iommu') },
  {
    errno: 'EINVAL',
    what: ({ iommuOpts }) => `iommu_opts is ${iommuOpts} without an IOMMU`,
    isWrong: ({ iommuOpts }) => iommuOpts !== 0,
  },
  {
    errno: 'EINVAL',
    what: ({ vmtraceSize }) => `vmtrace_size is ${vmtraceSize}, and there is no vmtrace`,
    isWrong: ({ vmtraceSize }) => vmtraceSize !== 0,
  },
  { errno: 'EINVAL', what: asked('vpmu'), isWrong: (request) => has(request, 'vpmu') },
  {
    errno: 'EINVAL',
    what: ({ maxVcpus }) => `no domain of its type has ${maxVcpus} vcpus`,
    isWrong: (request) => request.maxVcpus > (has(request, 'hvm') ? MAX_VCPUS : MAX_PV_VCPUS),
  },
  {
    errno: 'EINVAL',
    what: asked('s3_integrity'),
    isWrong: (request) => has(request, 's3_integrity'),
  },
  {
    errno: 'EINVAL',
    what: asked('nested_virt'),
    isWrong: (request, { nested_virt }) =>
      has(request, 'nested_virt') && (!nested_virt || !has(request, 'hap')),
  },
  {
    errno: 'EINVAL',
    what: ({ maxGrantFrames }) => `the host gives no ${maxGrantFrames} grant frames`,
    isWrong: ({ maxGrantFrames }, { grant_frames_clamped }) =>
      maxGrantFrames === 0 || (maxGrantFrames > HOST_GRANT_FRAMES && !grant_frames_clamped),
  },
  {
    errno: 'EINVAL',
    what: ({ grantOpts }) => `there is no grant table version ${grantOpts}`,
    isWrong: ({ grantOpts }) => grantOpts < 1 || grantOpts > MAX_GRANT_VERSION,
  },
  {
    errno: 'EINVAL',
    what: ({ emulationFlags }) =>
      `emulation_flags 0x${emulationFlags.toString(16)} has an unknown bit`,
    isWrong: ({ emulationFlags }) => (emulationFlags & ~ALL_EMU) !== 0,
  },
  {
    errno: 'EOPNOTSUPP',
    what: ({ emulationFlags }) => `no domain has just what 0x${emulationFlags.toString(16)} says`,
    isWrong: (request, knobs) => !isEmulated(request, knobs),
  },
  {
    errno: 'EOPNOTSUPP',
    what: () => 'Xen is built without shadow paging',
    isWrong: (request, { shadow_paging }) =>
      has(request, 'hvm') && !has(request, 'hap') && !shadow_paging,
  },
  {
    errno: 'ESRCH',
    what: ({ cpupoolId }) => `there is no cpupool ${cpupoolId}`,
    isWrong: ({ cpupoolId }) => cpupoolId !== 0,
  },
];

function isEmulated(request: CreateDomain, { pirq_is_optional }: Knobs): boolean {
  const { emulationFlags: flags } = request;
  if (!has(request, 'hvm')) return (flags & ~EMU.pit) === 0;
  const wanted = pirq_is_optional ? flags | EMU.use_pirq : flags;
  return flags === EMU.lapic || wanted === WHOLE_PC;
}

const grantFrames = ({ maxGrantFrames }: CreateDomain): number =>
  maxGrantFrames < 0 ? HOST_GRANT_FRAMES : Math.min(maxGrantFrames, HOST_GRANT_FRAMES);

/** 0 and what is reserved stand for any domid in older Xens; EEXIST since. */
function wantedDomid(wanted: number, { reserved_domid_is_any }: Knobs): number {
  const isReserved = wanted === 0 || wanted >= DOMID_FIRST_RESERVED;
  if (!isReserved) return wanted;
  if (reserved_domid_is_any || wanted === DOMID_ANY) return 0;
  throw new XenError('EEXIST', `domid ${wanted} is not for new domains`);
}
