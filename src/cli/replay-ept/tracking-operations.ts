/** The recorded operations on log-dirty mode and on memory types. */

import {
  cleanDirtyBitmap,
  disableLogDirty,
  enableLogDirty,
} from '../../hypervisor/p2m/dirty-tracking.js';
import { memoryTypeChanged } from '../../hypervisor/p2m/type-change.js';
import { frameArg, numberArg } from './arguments.js';
import type { Operation } from './operation.js';

const PHYSICAL_ADDRESS_BITS = 46;

export const TRACKING_OPERATIONS: Readonly<Record<string, Operation>> = {
  hap_log_dirty: ({ p2m }, { on, global }) => {
    if (on === 1) enableLogDirty(p2m, global === 1);
    else disableLogDirty(p2m);
    return 0;
  },
  hap_clean_dirty_bitmap: ({ p2m }) => {
    cleanDirtyBitmap(p2m);
    return 0;
  },
  p2m_memory_type_changed: ({ p2m }) => {
    memoryTypeChanged(p2m);
    return 0;
  },
  mmio_ro_range: ({ p2m }, { s, e, add }) => {
    const { mmioReadonly } = p2m.memoryTypes;
    if (add === 1) mmioReadonly.add(frameArg(s), frameArg(e));
    else mmioReadonly.remove(frameArg(s), frameArg(e));
    return 0;
  },
  hvm_set_mem_pinned_cacheattr: ({ p2m }, { s, e, type }) => {
    const { pinned } = p2m.memoryTypes;
    pinned.set(frameArg(s), frameArg(e), numberArg(type), PHYSICAL_ADDRESS_BITS, () => {
      memoryTypeChanged(p2m);
    });
    return 0;
  },
  mtrr_def_type_msr_set: ({ p2m }, { value }) => {
    const { guestMtrr, cacheFlushPermitted } = p2m.memoryTypes;
    const { valid, changed } = guestMtrr.setDefaultType(numberArg(value));
    if (changed && cacheFlushPermitted) memoryTypeChanged(p2m);
    return valid ? 1 : 0;
  },
  mtrr_var_range: ({ p2m }, { reg, base, mask }) => {
    p2m.memoryTypes.guestMtrr.variable[numberArg(reg)] = {
      base: BigInt(`0x${String(base)}`),
      mask: BigInt(`0x${String(mask)}`),
    };
    memoryTypeChanged(p2m);
    return 0;
  },
};
