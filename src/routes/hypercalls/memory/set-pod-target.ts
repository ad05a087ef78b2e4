import { XenError, setPodTarget } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { hex53 } from '../../wire/wire.js';
import { describePodTarget, podTarget } from '../../definition/pod-target-word.js';

export const set_pod_target = defineHypercall({
  name: 'set_pod_target',
  memory: { number: 16 },
  since: '4.0',
  callers: 'hvm_target',
  summary: 'Say how much memory a domain is to have that is populated on demand',
  description:
    'The cache from which it is populated grows accordingly, at most by what is marked; it never shrinks by this.',

  request: struct({ target_pages: hex53('Pages of 4 KiB.') }),
  response: podTarget,

  errnos: {
    EPERM: 'The caller is not dom0.',
    EINVAL: 'The domain may not have so many.',
    ENOTEMPTY: 'The domain has device memory.',
    ENOMEM: 'The machine has no frames left.',
  },
  missing: 'giving way',
  example: {
    request: { target_pages: '0x0' },
    response: { tot_pages: '0x4000', pod_cache_pages: '0x0', pod_entries: '0x0' },
  },

  handle(domain, { target_pages }, { domid }) {
    if (domid !== 0) throw new XenError('EPERM', `domain ${domid} is not dom0`);
    return describePodTarget(setPodTarget(domain, target_pages));
  },
});
