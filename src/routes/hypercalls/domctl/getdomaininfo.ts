import { domainInfo } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { hex53, u16, u32 } from '../../wire/wire.js';

export const getdomaininfo = defineHypercall({
  name: 'getdomaininfo',
  domctl: { number: 5 },
  since: '3.0',
  callers: 'target',
  summary: 'A domain as a toolstack sees it',
  description:
    'In `flags`: dying 1, hvm 2, shutdown 4, paused 8, hap 0x100, and from bit 16 on why it has shut down, or 0xffff.',

  request: struct({}),
  response: struct({
    domain: u16('The domain.'),
    flags: u32('XEN_DOMINF_*.'),
    tot_pages: hex53('Pages that it owns.'),
    max_pages: hex53('Pages that it may have.'),
    outstanding_pages: hex53('Pages that it has claimed and not got.'),
    nr_online_vcpus: u32('How many vcpus can run.'),
    max_vcpu_id: u32('The highest, or all ones.'),
  }),

  errnos: {},
  missing: 'the next domain in place of one that is not there; times, handle and pools',
  example: {
    request: {},
    response: {
      domain: 1,
      flags: 0xffff_0102,
      tot_pages: '0x4000',
      max_pages: '0x5100',
      outstanding_pages: '0x0',
      nr_online_vcpus: 1,
      max_vcpu_id: 0,
    },
  },

  handle(domain) {
    const { flags, totalPages, maxPages, onlineVcpus, maxVcpuId } = domainInfo(domain);
    return {
      domain: domain.domid,
      flags,
      tot_pages: totalPages,
      max_pages: maxPages,
      outstanding_pages: 0,
      nr_online_vcpus: onlineVcpus,
      max_vcpu_id: maxVcpuId,
    };
  },
});
