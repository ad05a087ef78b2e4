/**
 * What Xen does about a VM exit of a guest access.
 *
 * Reference: xen/arch/x86/hvm/vmx/vmx.c, ept_handle_violation() and the exits beside it;
 * xen/arch/x86/mm/p2m-ept.c, ept_handle_misconfig(); xen/arch/x86/hvm/hvm.c,
 * hvm_hap_nested_page_fault().
 */

import { hex, INVALID_MFN, PAGE_SIZE } from '../abi/frames.js';
import { IOREQ_DIR } from '../abi/ioreq.js';
import { P2MT } from '../abi/p2m-type.js';
import { noteFirstWrite } from '../p2m/dirty-tracking.js';
import { liftRestriction } from '../p2m/mem-access.js';
import type { P2mEntry } from '../p2m/p2m.js';
import type { Task } from '../schedule/task.js';
import { SHUTDOWN_REASON } from '../shutdown.js';
import type { Access } from './access.js';
import { emulate } from './emulator/emulate.js';
import { RETRY, type Failure } from './emulator/emulation.js';
import { performHypercall } from './guest-hypercall.js';
import { isInternalMmio } from './internal-devices/internal-devices.js';
import { toNpfec } from './npfec.js';
import { GP, type Exception, type PendingReason } from './outcome.js';
import type { Stop } from './stop.js';
import type { TraceStepName } from './trace-steps.js';
import { resolveViolation, RULE_NAMES, type Fix } from './violation.js';

/** How the vcpu goes on. `futile`: as before, and nothing has changed. */
export type Resolution =
  | { readonly kind: 'resume'; readonly futile: boolean }
  | { readonly kind: 'inject'; readonly exception: Exception }
  | { readonly kind: 'wait'; readonly reason: PendingReason }
  | { readonly kind: 'host_panic' };

const RESUME: Resolution = { kind: 'resume', futile: false };
const FUTILE: Resolution = { kind: 'resume', futile: true };

type Violation = Extract<Stop, { readonly kind: 'EPT_VIOLATION' }>;

/** What Xen does about the stop; exceptions go straight to the guest. */
export function* resolveStop(access: Access, stop: Stop): Task<Resolution> {
  switch (stop.kind) {
    case 'EPT_VIOLATION':
      return yield* handleViolation(access, stop);
    case 'EPT_MISCONFIG':
      return yield* handleMisconfig(access, stop);
    case 'IO':
      return yield* handleIo(access, stop);
    case 'exception':
      return { kind: 'inject', exception: stop.exception };
    case 'halt':
      access.halt();
      return { kind: 'wait', reason: 'event' };
    case 'hypercall':
      yield 'vmexit';
      performHypercall(access);
      return RESUME;
  }
}

function* handleViolation(access: Access, stop: Violation): Task<Resolution> {
  const { domain, recorder } = access;
  const { gpa, qualification } = stop;
  const gfn = Math.floor(gpa / PAGE_SIZE);
  access.exits.push({ reason: 'EPT_VIOLATION', gpa, qualification });
  recorder?.record('ept_violation', qualification, gpa);
  yield 'vmexit';

  latchFaultingPage(access, stop);
  if (isInternalMmio(domain, gpa)) {
    recorder?.record('internal-mmio', 0, gpa);
    return yield* emulateExit(access);
  }
  yield 'p2m_lookup';
  const entry = lookUp(access, gfn);
  if (domain.shutdown.reason === SHUTDOWN_REASON.crash) return RESUME;
  const { rule, ...verdict } = resolveViolation({
    npfec: toNpfec(qualification),
    type: entry.type,
    access: entry.access,
    mapped: entry.mfn !== INVALID_MFN,
    order: entry.order,
    accessRequired: false,
  });
  recorder?.record(
    (RULE_NAMES[rule] ?? 'unhandled') as TraceStepName,
    entry.type,
    gfn,
    entry.access,
  );
  switch (verdict.action) {
    case 'emulate':
      return yield* emulateExit(access);
    case 'crash':
      domain.crash(`${verdict.why} at gpa ${hex(gpa)}`);
      return RESUME;
    case 'retry':
      return verdict.fix === undefined ? FUTILE : yield* applyFix(access, gfn, entry, verdict.fix);
  }
}

function* handleMisconfig(
  access: Access,
  { gpa }: Extract<Stop, { readonly kind: 'EPT_MISCONFIG' }>,
): Task<Resolution> {
  const { domain, vcpu, recorder } = access;
  access.exits.push({ reason: 'EPT_MISCONFIG', gpa });
  yield 'vmexit';
  yield 'p2m_lock';
  const spurious = vcpu.spuriousMisconfig;
  const resolved = domain.p2m.handleMisconfig(Math.floor(gpa / PAGE_SIZE), vcpu);
  recorder?.record('ept_misconfig', resolved ? 1 : 0, gpa, spurious ? 1 : 0);
  if (!resolved) domain.crash(`unresolved EPT misconfiguration at gpa ${hex(gpa)}`);
  return RESUME;
}

function* handleIo(
  access: Access,
  { port, bytes, input, string }: Extract<Stop, { readonly kind: 'IO' }>,
): Task<Resolution> {
  const { recorder } = access;
  access.exits.push({ reason: 'IO', port });
  recorder?.record('io_exit', port, bytes, input ? IOREQ_DIR.read : IOREQ_DIR.write);
  yield 'vmexit';
  access.latched = undefined;
  const failure = yield* emulate(access);
  return string ? resolve(access, failure, true) : resolvePort(access, failure);
}

/** The rest of an instruction whose answer has come. What fails now is tried from its start. */
export function* completeInstruction(access: Access, kind: 'mmio' | 'pio'): Task<Resolution> {
  const failure = yield* emulate(access);
  return kind === 'pio' ? resolvePort(access, failure) : resolve(access, failure, false);
}

function* emulateExit(access: Access): Task<Resolution> {
  return resolve(access, yield* emulate(access), true);
}

function resolve(
  access: Access,
  failure: Failure | undefined,
  injectsUnhandleable: boolean,
): Resolution {
  switch (failure?.failure) {
    case undefined:
      return RESUME;
    case 'retry':
      if (access.vcpu.blockedInXen === undefined) access.recorder?.record('retry', failure.why);
      return failure.why === RETRY.nullOwner ? FUTILE : RESUME;
    case 'exception':
      return { kind: 'inject', exception: failure.exception };
    case 'host_panic':
      return { kind: 'host_panic' };
    case 'unhandleable':
      if (injectsUnhandleable) return { kind: 'inject', exception: GP };
      access.recorder?.record('retry', RETRY.gaveUp);
      return RESUME;
  }
}

/** An in or out that cannot be done is nothing that a guest could be told. */
function resolvePort(access: Access, failure: Failure | undefined): Resolution {
  if (failure?.failure !== 'unhandleable') return resolve(access, failure, true);
  access.domain.crash('unexpected status of a port access');
  return RESUME;
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

function* applyFix(
  { domain }: Access,
  gfn: number,
  { type, mfn, access }: P2mEntry,
  fix: Fix,
): Task<Resolution> {
  const { p2m } = domain;
  yield 'p2m_lock';
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
