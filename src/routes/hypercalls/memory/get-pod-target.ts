import { XenError, podTargetOf } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { describePodTarget, podTarget } from '../../definition/pod-target-word.js';
import { struct } from '../../wire/struct.js';

export const get_pod_target = defineHypercall({
  name: 'get_pod_target',
  memory: { number: 17 },
  since: '4.0',
  callers: 'hvm_target',
  summary: 'How populating on demand stands',
  description: 'How much the domain has, how much of it in the cache, and how much is marked.',

  request: struct({}),
  response: podTarget,

  errnos: { EPERM: 'The caller is not dom0.' },
  example: {
    request: {},
    response: { tot_pages: '0x4000', pod_cache_pages: '0x0', pod_entries: '0x0' },
  },

  handle(domain, _request, { domid }) {
    if (domid !== 0) throw new XenError('EPERM', `domain ${domid} is not dom0`);
    return describePodTarget(podTargetOf(domain));
  },
});
