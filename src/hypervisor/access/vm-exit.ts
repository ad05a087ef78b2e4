/**
 * What Xen does about a VM exit of a guest access.
 *
 * Reference: xen/arch/x86/hvm/vmx/vmx.c, vmx_vmexit_handler(); xen/arch/x86/mm/p2m-ept.c,
 * ept_handle_misconfig().
 */

import { hex, PAGE_SIZE } from '../abi/frames.js';
import { IOREQ_DIR } from '../abi/ioreq.js';
import { takeVcpuDown } from '../hvm/vcpu-down.js';
import { KIND } from '../journal/journal-kinds.js';
import type { Task } from '../schedule/task.js';
import type { Access } from './access.js';
import { FLAG, flag } from './cpu-state.js';
import { EXIT_REASON, ioQualification, noteExit, noteOfGfn } from './note-exit.js';
import { emulate } from './emulator/emulate.js';
import { handleViolation } from './ept-violation.js';
import { performHypercall } from './guest-hypercall.js';
import { resolve, resolvePort, RESUME, type Resolution } from './resolution.js';
import type { Stop } from './stop.js';

/** What Xen does about the stop; exceptions go straight to the guest. */
export function* resolveStop(access: Access, stop: Stop): Task<Resolution> {
  if (access.isSpinning) return { kind: 'wait', reason: 'refaulting' };
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
      noteExit(access, EXIT_REASON.HLT);
      access.halt();
      if (!flag(access.cpu, FLAG.IF)) takeVcpuDown(access.domain, access.vcpu);
      return RESUME;
    case 'hypercall':
      noteExit(access, EXIT_REASON.VMCALL);
      yield 'vmexit';
      performHypercall(access);
      return RESUME;
  }
}

function* handleMisconfig(
  access: Access,
  { gpa }: Extract<Stop, { readonly kind: 'EPT_MISCONFIG' }>,
): Task<Resolution> {
  const { domain, vcpu, recorder } = access;
  access.exits.push({ reason: 'EPT_MISCONFIG', gpa });
  noteExit(access, EXIT_REASON.EPT_MISCONFIG, gpa);
  yield 'vmexit';
  yield domain.p2m.lock.wantedBy(access);
  const spurious = vcpu.spuriousMisconfig;
  const resolved = domain.p2m.handleMisconfig(Math.floor(gpa / PAGE_SIZE), vcpu);
  recorder?.record('ept_misconfig', resolved ? 1 : 0, gpa, spurious ? 1 : 0);
  noteOfGfn(access, KIND.ept_misconfig, gpa, resolved ? 1 : 0, spurious ? 1 : 0);
  if (!resolved) domain.crash(`unresolved EPT misconfiguration at gpa ${hex(gpa)}`);
  return RESUME;
}

function* handleIo(
  access: Access,
  { port, bytes, input, string }: Extract<Stop, { readonly kind: 'IO' }>,
): Task<Resolution> {
  const { recorder } = access;
  access.exits.push({ reason: 'IO', port });
  noteExit(access, EXIT_REASON.IO, undefined, ioQualification(port, bytes, input, string));
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
