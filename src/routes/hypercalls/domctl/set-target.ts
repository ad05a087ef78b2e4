import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u16 } from '../../wire/wire.js';

const DOM0 = 0;

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
    const served = target === DOM0 ? undefined : host.domain(target);
    if (served === domain)
      throw new XenError('EINVAL', `domain ${domain.domid} cannot serve itself`);
    if (served?.isHvm !== true) throw new XenError('EOPNOTSUPP', `domain ${target} is not HVM`);
    if (domain.target !== undefined)
      throw new XenError('EINVAL', `domain ${domain.domid} serves domain ${domain.target} already`);
    domain.target = target;
    return {};
  },
});
