/**
 * A hypercall that the guest itself makes, with its arguments in registers and in its memory. Who
 * answers it is handed in with the access; without anybody, there is no such hypercall.
 *
 * Reference: xen/arch/x86/hvm/hypercall.c, hvm_hypercall(); the copies are those of
 * xen/arch/x86/hvm/hvm.c, copy_to_user_hvm(): a page that an ioreq server has claimed cannot be
 * written so, and what is written to ram_ro vanishes.
 */

import { ERRNO } from '../abi/errno.js';
import type { Access } from './access.js';
import type { GuestCall } from './access-request.js';
import { copyCpuState, GPR } from './cpu-state.js';
import { isFailure } from './emulator/emulation.js';
import { copyFromGuest, copyToGuest, NO_RAM } from './emulator/guest-copy.js';
import { toPhysical } from './emulator/linear-address.js';
import { putAt, valueAt } from './guest-bytes.js';

/** Registers of the arguments, in their order. */
const ARGUMENTS = [GPR.rdi, GPR.rsi, GPR.rdx, GPR.r10, GPR.r8, GPR.r9] as const;

/** Make the call and leave its answer in RAX. */
export function performHypercall(access: Access): void {
  const { instruction } = access;
  const answer = answerTo(access);
  const cpu = copyCpuState(access.cpu);
  cpu.gpr[GPR.rax] = BigInt.asUintN(64, BigInt(answer));
  cpu.rip += BigInt(instruction!.length);
  access.cpu = cpu;
}

function answerTo(access: Access): number | bigint {
  const { domain, vcpu, request } = access;
  const call = callOf(access);
  domain.calling = vcpu;
  try {
    return request.hypercall?.(domain, call) ?? -ERRNO.ENOSYS;
  } finally {
    domain.calling = undefined;
  }
}

function callOf(access: Access): GuestCall {
  const { gpr } = access.cpu;
  return {
    number: Number(BigInt.asUintN(32, gpr[GPR.rax]!)),
    args: ARGUMENTS.map((register) => gpr[register]!),
    read: (address, length) => readMemory(access, address, length),
    write: (address, bytes) => writeMemory(access, address, bytes),
  };
}

function readMemory(access: Access, address: bigint, length: number): Uint8Array | undefined {
  const gpa = toPhysical(access, Number(BigInt.asIntN(64, address)), false);
  if (isFailure(gpa)) return undefined;
  access.forgetReads();
  const value = copyFromGuest(access, gpa, length);
  access.forgetReads();
  if (value === NO_RAM || isFailure(value)) return undefined;
  const bytes = new Uint8Array(length);
  putAt(bytes, 0, length, value);
  return bytes;
}

function writeMemory(access: Access, address: bigint, bytes: Uint8Array): boolean {
  const gpa = toPhysical(access, Number(BigInt.asIntN(64, address)), true);
  if (isFailure(gpa)) return false;
  return copyToGuest(access, gpa, bytes.length, valueAt(bytes, 0, bytes.length)) === undefined;
}
