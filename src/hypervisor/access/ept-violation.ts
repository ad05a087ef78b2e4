/**
 * An EPT violation: the page that it was about is looked up, and the first rule of `violation.ts`
 * that applies is carried out.
 *
 * Reference: xen/arch/x86/hvm/vmx/vmx.c, ept_handle_violation(); xen/arch/x86/hvm/hvm.c,
 * hvm_hap_nested_page_fault().
 */

import { hex, INVALID_MFN, PAGE_SIZE } from '../abi/frames.js';
import { P2MT } from '../abi/p2m-type.js';
import { notifyMonitor } from './notify-monitor.js';
import { KIND } from '../journal/journal-kinds.js';
import { noteFirstWrite } from '../p2m/dirty-tracking.js';
import { liftRestriction } from '../p2m/mem-access.js';
import type { P2mEntry } from '../p2m/p2m.js';
import type { Task } from '../schedule/task.js';
import { SHUTDOWN_REASON } from '../shutdown.js';
import type { Access } from './access.js';
import { emulate } from './emulator/emulate.js';
import { isInternalMmio } from './internal-devices/internal-devices.js';
import { EXIT_REASON, noteExit, noteOfGfn } from './note-exit.js';
import { toNpfec } from './npfec.js';
import { FUTILE, resolve, RESUME, type Resolution } from './resolution.js';
import type { Stop } from './stop.js';
import type { TraceStepName } from './trace-steps.js';
import { resolveViolation, RULE_NAMES, type Fix } from './violation.js';

type Violation = Extract<Stop, { readonly kind: 'EPT_VIOLATION' }>;

export function* handleViolation(access: Access, stop: Violation): Task<Resolution> {
  const { domain, recorder } = access;
  const { gpa, qualification } = stop;
  const gfn = Math.floor(gpa / PAGE_SIZE);
  access.exits.push({ reason: 'EPT_VIOLATION', gpa, qualification });
  recorder?.record('ept_violation', qualification, gpa);
  noteExit(access, EXIT_REASON.EPT_VIOLATION, gpa, qualification);
  yield 'vmexit';

  latchFaultingPage(access, stop);
  if (isInternalMmio(domain, gpa)) {
    recorder?.record('internal-mmio', 0, gpa);
    return resolve(access, yield* emulate(access), true);
  }
  const { lock } = domain.p2m;
  yield lock.wantedBy(access, 'p2m_lookup');
  const entry = lookUp(access, gfn);
  if (domain.shutdown.reason === SHUTDOWN_REASON.crash) return RESUME;
  const verdict = resolveViolation({
    npfec: toNpfec(qualification),
    type: entry.type,
    access: entry.access,
    mapped: entry.mfn !== INVALID_MFN,
    order: entry.order,
    isMonitored: domain.monitor !== undefined,
    accessRequired: domain.accessRequired,
  });
  recorder?.record(RULE_NAMES[verdict.rule] as TraceStepName, entry.type, gfn, entry.access);
  noteOfGfn(access, KIND.npf, gpa, qualification, entry.type, entry.access, verdict.rule);
  switch (verdict.action) {
    case 'emulate': {
      const failure = domain.profile.knobs.hold_gfn_lock_over_mmio
        ? yield* lock.heldBy(access, () => emulate(access))
        : yield* emulate(access);
      return resolve(access, failure, true);
    }
    case 'notify':
      return notifyMonitor(access, stop, verdict.waits);
    case 'crash':
      domain.crash(`${verdict.why} at gpa ${hex(gpa)}`);
      return RESUME;
    case 'retry':
      return verdict.fix === undefined ? FUTILE : applyFix(access, gfn, entry, verdict.fix);
  }
}

/** Xen remembers the page that faulted, if hardware told its linear address. */
function latchFaultingPage(access: Access, { gpa, gla, qualification }: Violation): void {
  const { linear, read, write } = toNpfec(qualification);
  access.latched =
    linear === 'translated'
      ? {
          page: Math.floor(gla / PAGE_SIZE) * PAGE_SIZE,
          gfn: Math.floor(gpa / PAGE_SIZE),
          read,
          write,
        }
      : undefined;
}

/** The entry of the gfn, memory that is populated on demand now populated. */
function lookUp({ domain, recorder }: Access, gfn: number): P2mEntry {
  const { p2m } = domain;
  const wasOnDemand = p2m.typeOf(gfn) === P2MT.populate_on_demand;
  const entry = p2m.acquire(gfn);
  if (wasOnDemand) recorder?.record('populate', entry.order, gfn);
  return entry;
}

function applyFix(
  { domain }: Access,
  gfn: number,
  { type, mfn, access }: P2mEntry,
  fix: Fix,
): Resolution {
  const { p2m } = domain;
  switch (fix) {
    case 'lift-restriction':
      liftRestriction(p2m, gfn);
      return RESUME;
    case 'shatter':
      if (p2m.trySetPage(gfn, mfn, type, access) !== 0)
        domain.crash(`gfn ${hex(gfn)} could not be shattered`);
      return RESUME;
    case 'mark-dirty':
      noteFirstWrite(p2m, gfn);
      return p2m.typeOf(gfn) === type ? FUTILE : RESUME;
  }
}
