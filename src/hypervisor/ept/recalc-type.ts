/**
 * The type that a gfn gets when it is computed anew: what is write-protected for log-dirty, and
 * what no ioreq server owns any longer, shows only then.
 *
 * Reference: xen/arch/x86/include/asm/p2m.h, p2m_recalc_type(), p2m_recalc_type_range().
 */

import { isChangeable, P2MT } from '../abi/p2m-type.js';
import { LOG_DIRTY, type EptPolicy, type LogDirtyCoverage } from './ept-tables.js';

/** A type that may not change lazily stays, and so does ioreq_server while it is owned. */
export function recalculatedType(policy: EptPolicy, type: number, gfn: number): number {
  if (!isChangeable(type)) return type;
  if (type === P2MT.ioreq_server && policy.ioreqServerOwned()) return type;
  return ramTypeOf(policy.logDirtyCoverage(gfn, gfn));
}

/** What RAM is where log-dirty covers none of it, or all. */
export const ramTypeOf = (coverage: LogDirtyCoverage): number =>
  coverage === LOG_DIRTY.none ? P2MT.ram_rw : P2MT.ram_logdirty;
