import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import type { Wanted } from '../../definition/interfaces.js';
import { struct } from '../../wire/struct.js';

const DOM0 = 0;

export const pausedomain = defineHypercall({
  name: 'pausedomain',
  domctl: { number: 3 },
  since: '3.0',
  callers: 'toolstack',
  summary: 'Pause a domain',
  description: 'Pauses nest: it takes as many unpauses before the domain runs again.',

  request: struct({}),
  response: struct({}),

  errnos: {
    ESRCH: 'There is no such domain.',
    EINVAL: 'It is dom0, which would stop itself.',
    EOVERFLOW: 'Its toolstack has paused it 255 times.',
  },
  example: { request: {}, response: {} },

  handle({ host, domid }: Wanted) {
    if (domid === DOM0) throw new XenError('EINVAL', 'dom0 cannot do it to itself');
    host.pauseDomain(domid);
    return {};
  },
});
