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

type StopOf<Kind extends Stop['kind']> = Extract<Stop, { readonly kind: Kind }>;
type Resolvers = {
  readonly [Kind in Stop['kind']]: (access: Access, stop: StopOf<Kind>) => Task<Resolution>;
};

/** Exceptions go straight to the guest. */
const RESOLVE: Resolvers = {
  EPT_VIOLATION: handleViolation,
  EPT_MISCONFIG: handleMisconfig,
  IO: handleIo,
  exception: (_, { exception }) => once({ kind: 'inject', exception }),
  halt: handleHalt,
  hypercall: handleHypercall,
};

/** What Xen does about the stop. */
export const resolveStop = (access: Access, stop: Stop): Task<Resolution> =>
  access.isSpinning ? once({ kind: 'wait', reason: 'refaulting' }) : resolved(access, stop);

function resolved<Kind extends Stop['kind']>(access: Access, stop: StopOf<Kind>): Task<Resolution> {
  const resolver: (access: Access, stop: StopOf<Kind>) => Task<Resolution> = RESOLVE[stop.kind];
  return resolver(access, stop);
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

function* handleHypercall(access: Access): Task<Resolution> {
  noteExit(access, EXIT_REASON.VMCALL);
  yield 'vmexit';
  performHypercall(access);
  return RESUME;
}

function handleHalt(access: Access): Task<Resolution> {
  noteExit(access, EXIT_REASON.HLT);
  access.halt();
  if (!flag(access.cpu, FLAG.IF)) takeVcpuDown(access.domain, access.vcpu);
  return once(RESUME);
}

/** A task of no points. */
// eslint-disable-next-line require-yield -- it is a task only to look like its neighbours
function* once(resolution: Resolution): Task<Resolution> {
  return resolution;
}
