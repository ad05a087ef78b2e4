/**
 * The registers that a guest instruction reads and writes, 64-bit mode.
 *
 * An instruction that exits, faults or has to be emulated again has changed nothing: whoever
 * executes it keeps the registers as they were before, or lets it work on a copy.
 */

import { newX87, type X87 } from './x87-state.js';

/** General registers in the order of machine code. */
export const GPR = {
  rax: 0,
  rcx: 1,
  rdx: 2,
  rbx: 3,
  rsp: 4,
  rbp: 5,
  rsi: 6,
  rdi: 7,
  r8: 8,
  r9: 9,
  r10: 10,
  r11: 11,
  r12: 12,
  r13: 13,
  r14: 14,
  r15: 15,
} as const;

export type GprName = keyof typeof GPR;

export const FLAG = {
  CF: 1 << 0,
  /** Always one. */
  FIXED: 1 << 1,
  PF: 1 << 2,
  AF: 1 << 4,
  ZF: 1 << 6,
  SF: 1 << 7,
  TF: 1 << 8,
  IF: 1 << 9,
  DF: 1 << 10,
  OF: 1 << 11,
} as const;

export const ARITHMETIC_FLAGS = FLAG.CF | FLAG.PF | FLAG.AF | FLAG.ZF | FLAG.SF | FLAG.OF;

export const CR0_WP = 1 << 16;

export interface CpuState {
  /** Unsigned quadwords: an array, because a typed one of that size has memory of its own to allocate. */
  readonly gpr: bigint[];
  rip: bigint;
  rflags: number;
  /** Two quadwords a register, low one first; never changed, only replaced. */
  xmm: readonly bigint[];
  x87: X87;
  /** Only of consequence when guest paging is on. */
  cr0: number;
  /** Where the guest's page tables are; without it linear addresses are guest-physical ones. */
  cr3: bigint | undefined;
  idtBase: bigint;
  idtLimit: number;
}

const NO_GPR: readonly bigint[] = new Array<bigint>(16).fill(0n);
const NO_XMM: readonly bigint[] = new Array<bigint>(32).fill(0n);
const NO_X87 = newX87();

export const newCpuState = (): CpuState => ({
  gpr: NO_GPR.slice(),
  rip: 0n,
  rflags: FLAG.FIXED,
  xmm: NO_XMM,
  x87: NO_X87,
  cr0: CR0_WP,
  cr3: undefined,
  idtBase: 0n,
  idtLimit: 0xffff,
});

export const copyCpuState = (from: CpuState): CpuState => ({
  gpr: from.gpr.slice(),
  rip: from.rip,
  rflags: from.rflags,
  xmm: from.xmm,
  x87: from.x87,
  cr0: from.cr0,
  cr3: from.cr3,
  idtBase: from.idtBase,
  idtLimit: from.idtLimit,
});

/** Make one state equal to another, without memory of its own. */
export function assignCpuState(to: CpuState, from: CpuState): void {
  for (let register = 0; register < from.gpr.length; register++)
    to.gpr[register] = from.gpr[register]!;
  to.xmm = from.xmm;
  to.rip = from.rip;
  to.rflags = from.rflags;
  to.x87 = from.x87;
  to.cr0 = from.cr0;
  to.cr3 = from.cr3;
  to.idtBase = from.idtBase;
  to.idtLimit = from.idtLimit;
}

export const flag = ({ rflags }: CpuState, mask: number): boolean => (rflags & mask) !== 0;

/** Replace the flags of `mask` and leave the others. */
export function setFlags(cpu: CpuState, mask: number, flags: number): void {
  cpu.rflags = (cpu.rflags & ~mask) | (flags & mask);
}

/** The low `bytes` of a general register. */
export const readGpr = (cpu: CpuState, register: number, bytes: number): bigint =>
  BigInt.asUintN(8 * bytes, cpu.gpr[register]!);

/** Four bytes clear the upper half of the register; fewer leave what they do not cover. */
export function writeGpr(cpu: CpuState, register: number, bytes: number, value: bigint): void {
  const bits = 8 * bytes;
  const low = BigInt.asUintN(bits, value);
  if (bytes >= 4) cpu.gpr[register] = low;
  else cpu.gpr[register] = ((cpu.gpr[register]! >> BigInt(bits)) << BigInt(bits)) | low;
}
