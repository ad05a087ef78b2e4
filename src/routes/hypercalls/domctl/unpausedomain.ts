import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import type { Wanted } from '../../definition/interfaces.js';
import { struct } from '../../wire/struct.js';

const DOM0 = 0;

export const unpausedomain = defineHypercall({
  name: 'unpausedomain',
  domctl: { number: 4 },
  since: '3.0',
  callers: 'toolstack',
  summary: 'Unpause a domain',
  description: 'Takes one pause of the toolstack back.',

  request: struct({}),
  response: struct({}),

  errnos: {
    ESRCH: 'There is no such domain.',
    EINVAL: 'Its toolstack has not paused it; or it is dom0.',
  },
  example: { request: {}, response: {} },

  handle({ host, domid }: Wanted) {
    if (domid === DOM0) throw new XenError('EINVAL', 'dom0 cannot do it to itself');
    host.unpauseDomain(domid);
    return {};
  },
});
