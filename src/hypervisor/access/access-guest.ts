/**
 * A guest access from its beginning to its end: the guest runs until something stops it, Xen
 * resolves what stopped it, and the guest tries again; or it waits, and goes on when it is woken.
 *
 *     run ─────────────────────── nothing stops it ───────► completed
 *      ├── EPT violation ───────► rules ─► retry, emulate, inject, crash
 *      ├── EPT misconfiguration ► resolve the entry ─► retry, crash
 *      ├── port ────────────────► emulate
 *      └── exception ───────────► injected
 *     a request is with a device model: pending; then what its answer leaves to be done
 *     an event or an interrupt: injected before the guest runs, or behind what was just completed
 *
 * A vcpu that may not run (domain paused, shut down, crashed) waits; for a crashed domain for ever.
 */

import type { Domain } from '../domain.js';
import { completeIo } from '../ioreq/complete-io.js';
import { runTask, type Task } from '../schedule/task.js';
import { KIND } from '../journal/journal-kinds.js';
import { NOWHERE } from '../journal/journal.js';
import { SHUTDOWN_REASON } from '../shutdown.js';
import type { Vcpu } from '../vcpu.js';
import { Access } from './access.js';
import type { AccessRequest } from './access-request.js';
import { accessDirectly } from './direct-access.js';
import type { PendingReason } from './outcome.js';
import { noteEntry } from './note-exit.js';
import { prepare } from './prepare.js';
import { isSameFault, refaultOf, stillRefaults } from './refault.js';
import { runGuest } from './run-guest.js';
import type { TraceRecorder } from './trace.js';
import { VcpuBusy } from './vcpu-busy.js';
import type { Resolution } from './resolution.js';
import { tellOfRemovals } from './tell-of-removals.js';
import { hasNoEvent, isWoken, takeEvent } from './vm-entry.js';
import { completeInstruction, resolveStop } from './vm-exit.js';

/** Begin an access and run it until it ends or has to wait. Throws `VcpuBusy`; ENOENT: no such vcpu. */
export function startAccess(
  domain: Domain,
  request: AccessRequest,
  recorder?: TraceRecorder,
): Access {
  const access = newAccess(domain, request, recorder);
  const { vcpu } = access;
  const isUndisturbed = domain.isRunnable(vcpu) && hasNoEvent(vcpu) && !vcpu.mapcacheInvalidate;
  if (recorder === undefined && isUndisturbed && accessDirectly(access)) {
    access.settle('completed');
    return access;
  }
  begin(access);
  run(access);
  return access;
}

/** Begin an access of which nothing is done yet: `goOn` is its task. */
export function beginAccess(
  domain: Domain,
  request: AccessRequest,
  recorder?: TraceRecorder,
): Access {
  const access = newAccess(domain, request, recorder);
  begin(access);
  return access;
}

/** Something has changed: a vcpu that waits may be able to go on. */
export function resumeVcpu(_: Domain, { access }: Vcpu): void {
  if (access instanceof Access && !access.settled) run(access);
}

/** Whether an access that waits would get any further now. */
export function canGoOn(access: Access): boolean {
  if (access.settled || obstacleOf(access) !== undefined) return false;
  return access.reason !== 'refaulting' || !stillRefaults(access);
}

/** As far as an access goes. */
export function* goOn(access: Access): Task<void> {
  const { domain, vcpu } = access;
  try {
    for (;;) {
      vcpu.inExit = false;
      const obstacle = obstacleOf(access);
      if (obstacle !== undefined) {
        access.wait(obstacle);
        return;
      }
      const answer = completeIo(domain.ioreqServers, vcpu);
      if (answer.status === 'blocked') {
        access.wait('ioreq');
        return;
      }
      if (answer.status === 'crashed') {
        access.settle('domain_crash');
        return;
      }
      if (answer.completion === 'none' && vcpu.mapcacheInvalidate) {
        if (!tellOfRemovals(access)) return;
        continue;
      }
      vcpu.inExit = answer.completion !== 'none';
      const resolution =
        answer.completion === 'none'
          ? (takeEvent(access) ?? (yield* runAndResolve(access)))
          : yield* completeAnswered(access, answer.completion);
      if (resolution === undefined || isOver(access, resolution)) return;
      yield 'vmentry';
    }
  } finally {
    vcpu.inExit = false;
  }
}

/** An exception that the instruction raises is there first: what was to be injected is lost. */
function* completeAnswered(access: Access, kind: 'mmio' | 'pio'): Task<Resolution> {
  const resolution = yield* completeInstruction(access, kind);
  if (resolution.kind === 'inject') access.vcpu.injectedEvent = undefined;
  return resolution;
}

function newAccess(domain: Domain, request: AccessRequest, recorder?: TraceRecorder): Access {
  const vcpu = domain.vcpu(request.vcpu);
  if (vcpu.access !== undefined) throw new VcpuBusy(vcpu.id, vcpu.access.id);
  return new Access(domain, vcpu, request, recorder);
}

function begin(access: Access): void {
  prepare(access);
  access.vcpu.access = access;
}

function obstacleOf(access: Access): PendingReason | undefined {
  const { domain, vcpu, isHalted } = access;
  if (vcpu.blockedInXen !== undefined) return 'ioreq';
  if (domain.monitor?.isWaiting(vcpu)) return 'event';
  if (!domain.isRunnable(vcpu)) return 'paused';
  return isHalted && !isWoken(access) ? 'event' : undefined;
}

/** A device model may answer while its request is still being sent: then the run sees to it itself. */
function run(access: Access): void {
  if (access.isRunning) return;
  access.isRunning = true;
  try {
    runTask(goOn(access));
  } finally {
    access.isRunning = false;
  }
}

/** The guest runs; `undefined`: it has come to its end, or the same fault would stop it again. */
function* runAndResolve(access: Access): Task<Resolution | undefined> {
  if (access.refault !== undefined && stillRefaults(access)) {
    waitAtFault(access);
    return undefined;
  }
  noteEntry(access);
  const stop = runGuest(access);
  if (stop === undefined) {
    access.settle('completed');
    return undefined;
  }
  if (stop.kind === 'spinning' || isSameFault(access.refault, stop, access.domain)) {
    waitAtFault(access);
    return undefined;
  }
  access.refault = undefined;
  access.vcpu.inExit = true;
  const resolution = yield* resolveStop(access, stop);
  if (resolution.kind === 'resume' && resolution.futile)
    access.refault = refaultOf(stop, access.domain);
  return resolution;
}

function waitAtFault(access: Access): void {
  if (access.reason !== 'refaulting')
    access.recorder?.record('refaulting', 0, access.refault?.gpa ?? 0);
  access.wait('refaulting');
}

function isOver(access: Access, resolution: Resolution): boolean {
  const { recorder } = access;
  if (access.domain.shutdown.reason === SHUTDOWN_REASON.crash) {
    recorder?.record('domain_crash');
    access.settle('domain_crash');
    return true;
  }
  switch (resolution.kind) {
    case 'resume':
      return false;
    case 'wait':
      access.wait(resolution.reason);
      return true;
    case 'host_panic':
      access.settle('host_panic');
      return true;
    case 'inject': {
      const { vector, error = -1 } = resolution.exception;
      recorder?.record('inject', vector, error);
      const { domain, vcpu } = access;
      domain.journal?.record(KIND.inject, domain.domid, vcpu.id, NOWHERE, 0, vector, error);
      access.settle(resolution.isBehind === true ? 'completed' : 'injected', resolution.exception);
      return true;
    }
  }
}
