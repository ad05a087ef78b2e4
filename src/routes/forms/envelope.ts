/** Why an interface refuses a call before the operation itself looks at it: reasons for errnos. */

import type { Errno } from '../../hypervisor/index.js';
import type { Callers, InterfaceName } from '../definition/interfaces.js';
import type { Errnos } from '../openapi/operation.js';

const NO_DOMAIN = 'There is no such domain.';
const NO_CALLER = 'There is no domain that issues it.';
const NOT_HVM = 'The domain is not HVM.';
const NOT_ITS_DEVICE_MODEL =
  'The caller is neither dom0 nor the device model of the domain, or it is the domain itself.';

const NOT_ITS_TOOLSTACK =
  'The caller is neither the domain itself, nor dom0, nor its device model.';

const BY_CALLERS: Readonly<Record<Callers, Errnos>> = {
  dm: { ESRCH: NO_DOMAIN, EPERM: NOT_ITS_DEVICE_MODEL, EINVAL: NOT_HVM },
  target: { ESRCH: NO_DOMAIN, EPERM: NOT_ITS_TOOLSTACK, EINVAL: NOT_HVM },
  hvm_target: { ESRCH: NO_DOMAIN, EINVAL: NOT_HVM, EPERM: NOT_ITS_TOOLSTACK },
  own: {
    ESRCH: NO_DOMAIN,
    EOPNOTSUPP: "Since 4.12: the domain is not the caller's own.",
    EINVAL: NOT_HVM,
    EPERM: NOT_ITS_TOOLSTACK,
  },
  self: { ESRCH: NO_DOMAIN, EINVAL: 'The caller is not HVM.' },
  anyone: { ESRCH: NO_CALLER },
  toolstack: { ESRCH: NO_CALLER },
};

const LEFT_OUT = 'The knob `dm_interface` of the domain leaves this interface out.';

const BY_INTERFACE: Readonly<Record<InterfaceName, (callers: Callers) => Errnos>> = {
  hvmop: (callers) => ({ ENOSYS: LEFT_OUT, ...BY_CALLERS[callers] }),
  dmop: (callers) => ({ EOPNOTSUPP: LEFT_OUT, ...BY_CALLERS[callers] }),
  memory: (callers) => BY_CALLERS[callers],
  domctl: (callers) => ({
    ESRCH: NO_DOMAIN,
    EPERM: callers === 'dm' ? NOT_ITS_DEVICE_MODEL : 'The caller is not dom0.',
  }),
  evtchn: () => ({ ESRCH: NO_DOMAIN, EPERM: NOT_ITS_TOOLSTACK }),
};

export function withEnvelope(
  via: InterfaceName,
  callers: Callers,
  hasPads: boolean,
  own: Errnos,
): Errnos {
  const pads: Errnos = hasPads ? { EINVAL: 'A reserved field is not 0.' } : {};
  return merged(BY_INTERFACE[via](callers), pads, own);
}

function merged(...parts: readonly Errnos[]): Errnos {
  const reasons: Errnos = {};
  for (const part of parts)
    for (const [errno, reason] of Object.entries(part) as [Errno, string][])
      reasons[errno] = reasons[errno] === undefined ? reason : `${reasons[errno]} ${reason}`;
  return reasons;
}
