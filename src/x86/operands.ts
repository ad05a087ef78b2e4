/** The operands of an instruction as iced-x86 decodes it, as the core's own. */

import { MemorySizeExt, OpKind, Register, RegisterExt, type Instruction } from 'iced-x86';
import type { MemoryOperand, Operand } from '../hypervisor/index.js';

/** How a string instruction says that its index registers are 32 bits wide. */
const INDEXED_BY_32_BITS: ReadonlySet<number> = new Set([
  OpKind.MemorySegESI,
  OpKind.MemorySegEDI,
  OpKind.MemoryESEDI,
]);

/** Bytes of an operand, in memory or in a register. */
export function sizeOf(raw: Instruction, index: number): number {
  if (raw.opKind(index) === OpKind.Memory) return MemorySizeExt.size(raw.memorySize);
  return RegisterExt.size(raw.opRegister(index));
}

/** Destination first; `undefined`: one of them is of a kind that we do not execute. */
export function operandsOf(raw: Instruction): Operand[] | undefined {
  const operands: Operand[] = [];
  for (let index = 0; index < raw.opCount; index++) {
    const operand = operandOf(raw, index);
    if (operand === undefined) return undefined;
    operands.push(operand);
  }
  return operands;
}

/** FS and GS have bases of their own, which nobody has told us. */
export const usesSegment = (raw: Instruction): boolean =>
  raw.memorySegment === Register.FS || raw.memorySegment === Register.GS;

/** Bytes of an effective address, whether operands name it or a string instruction implies it. */
export function addressBytesOf(raw: Instruction): 4 | 8 {
  for (let index = 0; index < raw.opCount; index++)
    if (INDEXED_BY_32_BITS.has(raw.opKind(index))) return 4;
  const has32 = [raw.memoryBase, raw.memoryIndex].some(
    (register) => register === Register.EIP || RegisterExt.isGPR32(register),
  );
  return has32 ? 4 : 8;
}

function operandOf(raw: Instruction, index: number): Operand | undefined {
  const kind = raw.opKind(index);
  switch (kind) {
    case OpKind.Register:
      return registerOf(raw.opRegister(index));
    case OpKind.Memory:
      return memoryOf(raw);
    case OpKind.NearBranch64:
      return { kind: 'immediate', value: raw.nearBranch64 - raw.nextIP };
    default:
      return kind >= OpKind.Immediate8 && kind <= OpKind.Immediate32to64
        ? { kind: 'immediate', value: raw.immediate(index) }
        : undefined;
  }
}

function registerOf(register: Register): Operand | undefined {
  const number = RegisterExt.number(register);
  if (register >= Register.AH && register <= Register.BH)
    return { kind: 'gpr', register: register - Register.AH, high: true };
  if (RegisterExt.isGPR(register))
    return { kind: 'gpr', register: generalNumber(register), high: false };
  if (RegisterExt.isXMM(register)) return { kind: 'xmm', register: number };
  if (RegisterExt.isMM(register)) return { kind: 'mm', register: number };
  if (RegisterExt.isST(register)) return { kind: 'st', register: number };
  return undefined;
}

function memoryOf(raw: Instruction): MemoryOperand {
  const displacement = raw.memoryDisplacement;
  return {
    kind: 'memory',
    base: raw.isIpRelMemoryOperand ? undefined : numberIn(raw.memoryBase),
    index: numberIn(raw.memoryIndex),
    scale: raw.memoryIndexScale,
    displacement: raw.isIpRelMemoryOperand ? raw.ipRelMemoryAddress : displacement,
  };
}

/** Of the 64-bit register of which it is a part. */
const generalNumber = (register: Register): number =>
  RegisterExt.number(RegisterExt.fullRegister(register));

const numberIn = (register: Register): number | undefined =>
  register === Register.None ? undefined : generalNumber(register);
