import { createDomain, DEFAULT_PROFILE, PROFILES } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import type { Wanted } from '../../definition/interfaces.js';
import { integer, name } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { u16, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

const MOST = 2 ** 31 - 1;
/** HVM and HAP; a whole PC; grant tables of version 1. */
const USUAL = { flags: 0x3, emulation: 0x3ff, grantOpts: 1, port: 1023 };

export const createdomain = defineHypercall({
  name: 'createdomain',
  domctl: { number: 1 },
  since: '3.0',
  callers: 'toolstack',
  summary: 'Create a domain by its configuration alone',
  description:
    'It has neither vcpus nor memory: `max_vcpus`, `max_mem` and `populate_physmap` give it some. The domid in the path is ' +
    'the one that is wanted; 0 and those that are reserved stand for the next free one, in 4.22 0x7ff5 alone does. ' +
    '`POST /domains` does the rest of a toolstack’s work as well.',

  request: struct({
    flags: optional(
      u32(
        'hvm 1, hap 2, s3_integrity 4, oos_off 8, xs_domain 0x10, iommu 0x20, nested_virt 0x40, vpmu 0x80.',
      ),
      USUAL.flags,
    ),
    iommu_opts: optional(u32('Without an IOMMU 0.'), 0),
    max_vcpus: optional(u32('How many vcpus it may have.'), 1),
    max_evtchn_port: optional(u32('Its highest event channel port.'), USUAL.port),
    max_grant_frames: optional(
      integer(-MOST, MOST, 'Its largest grant table; -1: as the host has it.'),
      -1,
    ),
    grant_opts: optional(u32('The version of its grant table.'), USUAL.grantOpts),
    vmtrace_size: optional(u32('Without vmtrace 0.'), 0),
    cpupool_id: optional(u32('There is only 0.'), 0),
    emulation_flags: optional(
      u32('What Xen emulates: a whole PC 0x3ff, the local APIC alone 1.'),
      USUAL.emulation,
    ),
    profile: optional(
      name(
        PROFILES.map(({ name }) => name),
        'Which Xen it runs on, if not that of the host. Ours.',
      ),
    ),
  }),
  response: struct({ domid: u16('Which domain it is.') }),

  errnos: {
    EEXIST: 'The domid is in use, or in 4.22 reserved.',
    EINVAL: 'A flag or an option is not known, or asks for what the host does not have.',
    EOPNOTSUPP:
      'Nothing emulates just that; or it is HVM without HAP, and there is no shadow paging.',
    ESRCH: 'There is no such cpupool.',
    ENOMEM: 'No domid is free.',
  },
  example: { domid: 9, request: { profile: DEFAULT_PROFILE }, response: { domid: 9 } },

  handle: ({ host, domid }: Wanted, { profile, ...request }) => ({
    domid: createDomain(host, domid, {
      flags: request.flags,
      iommuOpts: request.iommu_opts,
      maxVcpus: request.max_vcpus,
      maxEvtchnPort: request.max_evtchn_port,
      maxGrantFrames: request.max_grant_frames,
      grantOpts: request.grant_opts,
      vmtraceSize: request.vmtrace_size,
      cpupoolId: request.cpupool_id,
      emulationFlags: request.emulation_flags,
      profile,
    }).domid,
  }),
});
