/**
 * Changing the types of many gfns lazily: entries are marked, and each gets its new type when it
 * is next used or swept. Only the types ram_rw, ram_logdirty and ioreq_server change so.
 *
 * Reference: xen/arch/x86/mm/p2m.c, p2m_change_entry_type_global(), p2m_change_type_range(),
 * p2m_finish_type_change(), p2m_memory_type_changed().
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import { isChangeable, P2MT, p2mTypeName, type P2mType } from '../abi/p2m-type.js';
import { XenBug } from '../abi/xen-bug.js';
import { invalidateAll, invalidateRange } from '../ept/ept-invalidate.js';
import { resolveRange } from '../ept/ept-sweep.js';
import type { P2m } from './p2m.js';

/**
 * Have every type computed anew. From and to matter only for log-dirty: unless they are the same,
 * all RAM is log-dirty from now on or none is.
 */
export function changeEntryTypeGlobal(p2m: P2m, from: P2mType, to: P2mType): void {
  refuseUnchangeable(from, to);
  invalidateAll(p2m.tables, true);
  if (from !== to) p2m.logDirty.global = to === P2MT.ram_logdirty;
  p2m.noteTypes(0, p2m.maxMappedGfn + 1, to, from);
}

/**
 * Have the types of gfns `first`..`end`-1 computed anew, and note the range as log-dirty or no
 * longer so. A range beyond the last mapping is ignored, one across it is cut there. A range of
 * exactly one gfn is noted but not marked. Failing to split crashes the domain, and crashes it once
 * more where no log-dirty range was to be noted.
 */
export function changeTypeRange(
  p2m: P2m,
  first: number,
  end: number,
  from: P2mType,
  to: P2mType,
): void {
  refuseUnchangeable(from, to);
  if (from === to) throw new XenBug(`a range may not change from ${p2mTypeName(from)} to itself`);
  const { logDirty } = p2m;
  const max = p2m.maxMappedGfn;
  const last = end === 0 ? max : Math.min(end - 1, max);
  if (first > last) return;

  const marked = markRange(p2m, first, last);
  const crash = () => {
    p2m.crashDomain(`gfns ${hex(first)}..${hex(last)} could not be split to change their type`);
  };
  if (!marked) crash();
  if (from === P2MT.ram_logdirty && to === P2MT.ram_rw) logDirty.ranges.remove(first, last);
  else if (from === P2MT.ram_rw && to === P2MT.ram_logdirty) logDirty.ranges.add(first, last);
  else if (!marked) crash();
  p2m.noteTypes(first, last - first + 1, to, from);
}

/** Whether all of it could be marked; one gfn alone never is. */
function markRange(p2m: P2m, first: number, last: number): boolean {
  if (first === last) return true;
  if (first > 0 || last < p2m.maxMappedGfn)
    return p2m.locked(() => invalidateRange(p2m.tables, first, last)) === 0;
  invalidateAll(p2m.tables, true);
  return true;
}

/** Carry out pending changes for `nr` gfns from `first`; ENOMEM where a superpage cannot split. */
export function finishTypeChange({ tables }: P2m, first: number, nr: number): void {
  const last = Math.min(first + nr - 1, tables.maxMappedGfn);
  if (resolveRange(tables, first, last) < 0)
    throw new XenError('ENOMEM', `gfns from ${hex(first)} on: no page-table page is left`);
}

/** Have every memory type computed anew. */
export function memoryTypeChanged({ tables }: P2m): void {
  invalidateAll(tables, false);
}

function refuseUnchangeable(from: P2mType, to: P2mType): void {
  for (const type of [from, to])
    if (!isChangeable(type)) throw new XenBug(`${p2mTypeName(type)} is no type to change lazily`);
}
