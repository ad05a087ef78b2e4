/**
 * The guest has done what a monitor has forbidden it: the monitor is told, and the vcpu waits for
 * its answer, after which the guest tries again. n2rwx lifts itself, and nobody waits.
 *
 * Reference: xen/arch/x86/mm/mem_access.c, p2m_mem_access_check(); xen/common/monitor.c,
 * monitor_traps().
 */

import { gfnOf, pageOffset, type Gpa } from '../abi/frames.js';
import type { TriedAccess } from '../monitor.js';
import { liftRestriction } from '../p2m/mem-access.js';
import type { Access } from './access.js';
import { toNpfec, type Npfec } from './npfec.js';
import { RESUME, type Resolution } from './resolution.js';
import type { Stop } from './stop.js';

type Violation = Extract<Stop, { readonly kind: 'EPT_VIOLATION' }>;

const FAULT: Readonly<Record<Npfec['linear'], TriedAccess['fault']>> = {
  none: 'unknown',
  in_paging_structure: 'in_gpt',
  translated: 'with_gla',
};

export function notifyMonitor(access: Access, stop: Violation, waits: boolean): Resolution {
  const { domain, vcpu } = access;
  const gfn = gfnOf(stop.gpa as Gpa);
  if (!waits) liftRestriction(domain.p2m, gfn);
  const { read, write, insnFetch: fetch, linear } = toNpfec(stop.qualification);
  const tried = {
    gfn,
    offset: pageOffset(stop.gpa as Gpa),
    gla: linear === 'none' ? undefined : stop.gla,
    read,
    write,
    fetch,
    fault: FAULT[linear],
  };
  domain.monitor?.put({ vcpu: vcpu.id, isPaused: waits, access: tried }, vcpu);
  domain.emit({ type: 'monitor', domid: domain.domid });
  return waits ? { kind: 'wait', reason: 'event' } : RESUME;
}
