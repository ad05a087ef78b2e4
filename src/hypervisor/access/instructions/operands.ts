/** Reading and writing the operands of an instruction, wherever they are. */

import { readGpr, writeGpr, type CpuState } from '../cpu-state.js';
import { GP } from '../outcome.js';
import { readMm, readSt, writeMm, writeSt } from '../x87-state.js';
import type { Execution, Gla } from './effect.js';
import type { DecodedInstruction, MemoryOperand, Operand } from './instruction.js';

/** Linear addresses above this are no addresses in 64-bit mode, nor guest-physical ones. */
const GLA_LIMIT = 2n ** 52n;

export function operand({ operation, operands }: DecodedInstruction, index: number): Operand {
  const found = operands[index];
  if (!found) throw new RangeError(`${operation} has no operand ${index}`);
  return found;
}

/** The effective address, modulo the address size. */
export function effectiveAddress(
  cpu: CpuState,
  { addressBytes }: DecodedInstruction,
  { base, index, scale, displacement }: MemoryOperand,
): bigint {
  const baseValue = base === undefined ? 0n : cpu.gpr[base]!;
  const indexValue = index === undefined ? 0n : cpu.gpr[index]! * BigInt(scale);
  return BigInt.asUintN(8 * addressBytes, baseValue + indexValue + displacement);
}

/** A linear address as a double; #GP where the address is not canonical. */
export function* toGla(address: bigint): Execution<Gla> {
  const signed = BigInt.asIntN(64, address);
  if (signed >= GLA_LIMIT || signed < -GLA_LIMIT) yield { kind: 'raise', exception: GP };
  return Number(signed);
}

export const glaOf = (
  cpu: CpuState,
  instruction: DecodedInstruction,
  memory: MemoryOperand,
): Execution<Gla> => toGla(effectiveAddress(cpu, instruction, memory));

/** The value of an operand, `bytes` of it. */
export function* load(
  cpu: CpuState,
  instruction: DecodedInstruction,
  from: Operand,
  bytes: number,
): Execution<bigint> {
  if (from.kind !== 'memory') return readRegister(cpu, from, bytes);
  const gla = yield* glaOf(cpu, instruction, from);
  if (instruction.aligned && gla % bytes !== 0) yield { kind: 'raise', exception: GP };
  return (yield { kind: 'read', gla, bytes, forUpdate: false })!;
}

/** Put a value into an operand. */
export function* store(
  cpu: CpuState,
  instruction: DecodedInstruction,
  to: Operand,
  bytes: number,
  value: bigint,
): Execution<void> {
  if (to.kind !== 'memory') {
    writeRegister(cpu, to, bytes, value);
    return;
  }
  const gla = yield* glaOf(cpu, instruction, to);
  if (instruction.aligned && gla % bytes !== 0) yield { kind: 'raise', exception: GP };
  yield { kind: 'write', gla, bytes, value: BigInt.asUintN(8 * bytes, value) };
}

type RegisterOrImmediate = Exclude<Operand, MemoryOperand>;

const readRegister = (cpu: CpuState, from: RegisterOrImmediate, bytes: number): bigint => {
  switch (from.kind) {
    case 'gpr':
      return from.high ? readGpr(cpu, from.register, 2) >> 8n : readGpr(cpu, from.register, bytes);
    case 'xmm':
      return BigInt.asUintN(
        8 * bytes,
        cpu.xmm[2 * from.register]! | (cpu.xmm[2 * from.register + 1]! << 64n),
      );
    case 'mm':
      return BigInt.asUintN(8 * bytes, readMm(cpu.x87, from.register));
    case 'st':
      return readSt(cpu.x87, from.register);
    case 'immediate':
      return BigInt.asUintN(8 * bytes, from.value);
  }
};

const writeRegister = (
  cpu: CpuState,
  to: RegisterOrImmediate,
  bytes: number,
  value: bigint,
): void => {
  switch (to.kind) {
    case 'gpr':
      if (to.high) {
        const low = readGpr(cpu, to.register, 1);
        writeGpr(cpu, to.register, 2, (BigInt.asUintN(8, value) << 8n) | low);
      } else writeGpr(cpu, to.register, bytes, value);
      return;
    case 'xmm':
      // A load of less than a whole register clears the rest of it.
      cpu.xmm = cpu.xmm
        .with(2 * to.register, BigInt.asUintN(64, value))
        .with(2 * to.register + 1, BigInt.asUintN(64, value >> 64n));
      return;
    case 'mm':
      cpu.x87 = writeMm(cpu.x87, to.register, value);
      return;
    case 'st':
      cpu.x87 = writeSt(cpu.x87, to.register, value);
      return;
    case 'immediate':
      throw new RangeError('an immediate is no destination');
  }
};
