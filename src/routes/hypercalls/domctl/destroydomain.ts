import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import type { Wanted } from '../../definition/interfaces.js';
import { struct } from '../../wire/struct.js';

const DOM0 = 0;

export const destroydomain = defineHypercall({
  name: 'destroydomain',
  domctl: { number: 2 },
  since: '3.0',
  callers: 'toolstack',
  summary: 'Destroy a domain',
  description:
    'Its servers, ports and memory go. While others have pages of it mapped (`…/mappings`) it stays, dying, and may be ' +
    'destroyed again, to no effect; then it is gone.',

  request: struct({}),
  response: struct({}),

  errnos: {
    ESRCH: 'There is no such domain, or it is gone.',
    EINVAL: 'It is dom0, which would be its own.',
  },
  example: { domid: 2, request: {}, response: {} },

  handle({ host, domid }: Wanted) {
    if (domid === DOM0) throw new XenError('EINVAL', 'dom0 cannot destroy itself');
    host.destroyDomain(domid);
    return {};
  },
});
