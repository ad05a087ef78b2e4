import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../define-hypercall.js';
import { struct } from '../../struct.js';
import { u16 } from '../../wire.js';

export const set_target = defineHypercall({
  name: 'set_target',
  domctl: { number: 46 },
  since: '3.3',
  callers: 'target',
  summary: 'Make a domain the device model of another',
  description: 'From now on it has the rights of a device model over its target, and for good.',

  request: struct({ target: u16('The domain that is to be served.') }),
  response: struct({}),

  errnos: {
    ESRCH: 'There is no such target.',
    EINVAL: 'The domain would be its own target, or has one already.',
    EOPNOTSUPP: 'The target is not HVM.',
  },
  example: { domid: 2, request: { target: 1 }, response: {} },

  handle(domain, { target }, _caller, host) {
    if (target === domain.domid || domain.target !== undefined)
      throw new XenError('EINVAL', `domain ${domain.domid} cannot serve domain ${target}`);
    if (target === 0 || !host.domain(target).isHvm)
      throw new XenError('EOPNOTSUPP', `domain ${target} is not HVM`);
    domain.target = target;
    return {};
  },
});
