/** Whom a hypercall lets in and what it looks at first, read off its definition. */

import { XenError } from '../../hypervisor/index.js';
import type { Admission } from '../definition/interfaces.js';
import { isThereByName, type Offered } from './is-there.js';

/** `pads`: reserved fields of the request, which Xen checks before anything else. */
export function admissionOf(offered: Offered, pads: readonly string[]): Admission {
  const { call, isOfDeviceModels } = offered;
  const { callers, onPv, isZeroForDom0 } = call;
  return {
    callers,
    onPv,
    isZeroForDom0,
    isOfDeviceModels,
    isThere: (knobs) => isThereByName(offered, knobs),
    checkFirst: (request, knobs) => call.checkFirst?.(request, knobs),
    checkBefore: (subject, request, knobs) => call.checkBefore?.(subject, request, knobs),
    checkStruct(request) {
      for (const pad of pads)
        if (request[pad] !== 0)
          throw new XenError('EINVAL', `${pad} is ${String(request[pad])}, not 0`);
      call.checkStruct?.(request);
    },
  };
}
