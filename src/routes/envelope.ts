/** What Xen checks before a hypercall of either era does anything, as reasons for its errnos. */

import type { CallerClass, Errno } from '../hypervisor/index.js';
import type { Era } from './define-hypercall.js';
import type { Errnos } from './operation.js';

const NO_DOMAIN = 'There is no such domain.';
const NOT_HVM = 'The domain is not HVM.';
const NOT_ITS_DEVICE_MODEL =
  'The caller is neither dom0 nor the device model of the domain, or it is the domain itself.';

const BY_CALLERS: Readonly<Record<CallerClass, Errnos>> = {
  dm: { ESRCH: NO_DOMAIN, EPERM: NOT_ITS_DEVICE_MODEL, EINVAL: NOT_HVM },
  target: {
    ESRCH: NO_DOMAIN,
    EPERM: 'The caller is neither the domain itself, nor dom0, nor its device model.',
    EINVAL: NOT_HVM,
  },
};

const LEFT_OUT = 'The knob `dm_interface` of the domain leaves this interface out.';

/** What the era answers to an operation that it does not have. */
export const NO_SUCH_OP = { hvmop: 'ENOSYS', dmop: 'EOPNOTSUPP' } as const satisfies Record<
  Era,
  Errno
>;

export function withEnvelope(
  era: Era,
  callers: CallerClass,
  hasPads: boolean,
  own: Errnos,
): Errnos {
  const pads: Errnos = hasPads ? { EINVAL: 'A reserved field is not 0.' } : {};
  return merged({ [NO_SUCH_OP[era]]: LEFT_OUT }, BY_CALLERS[callers], pads, own);
}

function merged(...parts: readonly Errnos[]): Errnos {
  const reasons: Errnos = {};
  for (const part of parts)
    for (const [errno, reason] of Object.entries(part) as [Errno, string][])
      reasons[errno] = reasons[errno] === undefined ? reason : `${reasons[errno]} ${reason}`;
  return reasons;
}
