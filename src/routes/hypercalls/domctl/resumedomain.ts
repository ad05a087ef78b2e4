import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import type { Wanted } from '../../definition/interfaces.js';
import { struct } from '../../wire/struct.js';

const DOM0 = 0;

export const resumedomain = defineHypercall({
  name: 'resumedomain',
  domctl: { number: 27 },
  since: '3.0',
  callers: 'toolstack',
  summary: 'Resume a domain',
  description: 'Takes a shutdown back; nothing becomes of one that runs.',

  request: struct({}),
  response: struct({}),

  errnos: {
    ESRCH: 'There is no such domain.',
    EINVAL: 'It is dom0, which never stopped.',
  },
  example: { request: {}, response: {} },

  handle({ host, domid }: Wanted) {
    if (domid === DOM0) throw new XenError('EINVAL', 'dom0 cannot do it to itself');
    host.resumeDomain(domid);
    return {};
  },
});
