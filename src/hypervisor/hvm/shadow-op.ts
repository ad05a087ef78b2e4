/**
 * XEN_DOMCTL_shadow_op: log-dirty mode of a domain, switched on and off, its bitmap read and cleared.
 *
 * Reference: xen/arch/x86/mm/paging.c, paging_domctl(), paging_log_dirty_op();
 * xen/arch/x86/mm/hap/hap.c, hap_domctl(). The pool of page-table pages has no size here: asking
 * for it says 0.
 */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import {
  cleanDirtyBitmap,
  disableLogDirty,
  refuseWhileClaimed,
  startLogDirty,
} from '../p2m/dirty-tracking.js';
import { domainPause } from '../schedule/domain-pause.js';
import type { Task } from '../schedule/task.js';

export const SHADOW_OP = {
  off: 0,
  enable_test: 1,
  enable_logdirty: 2,
  clean: 11,
  peek: 12,
  get_allocation: 30,
  set_allocation: 31,
  enable: 32,
} as const;

/** Bits of the mode: of `enable`, and of `clean` and `peek`. */
const ENABLE_LOG_DIRTY = 1 << 2;
const LOGDIRTY_FINAL = 1 << 0;

export interface ShadowOp {
  readonly op: number;
  readonly mode: number;
  /** How many gfns the caller's bitmap has room for; 0: it has none. */
  readonly pages: number;
}

export interface ShadowOpAnswer {
  /** Pages that became dirty since the last `clean`. */
  readonly dirtyCount: number;
  /** From gfn 0 on, eight a byte; empty where it was not asked for. */
  readonly bitmap: Uint8Array;
}

/** EINVAL, also for a domain without a vcpu; EBUSY while ioreq_server pages are outstanding. */
export function* shadowOp(domain: Domain, { op, mode, pages }: ShadowOp): Task<ShadowOpAnswer> {
  if (domain.vcpus.length === 0) throw new XenError('EINVAL', `domain ${domain.domid} has no vcpu`);
  switch (op) {
    case SHADOW_OP.enable:
    case SHADOW_OP.enable_logdirty:
      if (op === SHADOW_OP.enable && (mode & ENABLE_LOG_DIRTY) === 0) break;
      yield* enable(domain);
      return NOTHING;
    case SHADOW_OP.off:
      disable(domain);
      return NOTHING;
    case SHADOW_OP.clean:
    case SHADOW_OP.peek:
      if ((mode & ~LOGDIRTY_FINAL) !== 0)
        throw new XenError('EINVAL', `mode ${mode} has unknown bits`);
      return read(domain, pages, op === SHADOW_OP.clean);
    case SHADOW_OP.get_allocation:
    case SHADOW_OP.set_allocation:
      return NOTHING;
  }
  throw new XenError('EINVAL', `there is no shadow operation ${op}`);
}

const NOTHING: ShadowOpAnswer = { dirtyCount: 0, bitmap: new Uint8Array() };

/** What is outstanding is looked at before the map is locked to be marked. */
function* enable(domain: Domain): Task<void> {
  const { domid, p2m, profile } = domain;
  if (p2m.logDirty.enabled) throw new XenError('EINVAL', `domain ${domid} is log-dirty already`);
  yield* domainPause(domain);
  try {
    if (profile.knobs.refuse_logdirty_while_claimed) refuseWhileClaimed(p2m);
    yield p2m.lock.wantedBy({});
    startLogDirty(p2m, true);
  } finally {
    domain.unpause();
  }
}

function disable({ p2m }: Domain): void {
  if (p2m.logDirty.enabled) disableLogDirty(p2m);
  p2m.logDirty.bitmap.clear();
}

function read({ p2m }: Domain, pages: number, clean: boolean): ShadowOpAnswer {
  const { bitmap } = p2m.logDirty;
  const dirtyCount = bitmap.count;
  const shown = bitmap.bytes(Math.min(pages, p2m.maxMappedGfn + 1));
  if (clean) {
    bitmap.clear(pages);
    cleanDirtyBitmap(p2m);
  }
  return { dirtyCount, bitmap: shown };
}
