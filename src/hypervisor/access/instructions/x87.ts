/** x87 loads and stores, and the image that fxsave writes. */

import { newX87, popSt, pushSt, readSt } from '../x87-state.js';
import type { Semantics } from './effect.js';
import { DOUBLE, fromFloat80, SINGLE, toFloat80, type FloatFormat } from './float80.js';
import type { DecodedInstruction } from './instruction.js';
import { glaOf, load, operand, store } from './operands.js';

const FXSAVE_BYTES = 512;
const FXSAVE_ST = 32;
const FXSAVE_XMM = 160;
/** Control word and MXCSR as fninit and reset leave them. */
const FCW = 0x37f;
const MXCSR = 0x1f80;
const MXCSR_MASK = 0xffff;

/** `undefined` for the ten bytes that a register holds. */
const formatOf = ({ bytes }: DecodedInstruction): FloatFormat | undefined =>
  bytes === 4 ? SINGLE : bytes === 8 ? DOUBLE : undefined;

// eslint-disable-next-line require-yield -- it asks nothing of the machine
export const initialize: Semantics = function* (cpu) {
  cpu.x87 = { ...newX87(), registers: cpu.x87.registers };
  return undefined;
};

export const loadFloat: Semantics = function* (cpu, instruction) {
  const raw = yield* load(cpu, instruction, operand(instruction, 0), instruction.bytes);
  const format = formatOf(instruction);
  cpu.x87 = pushSt(cpu.x87, format ? toFloat80(raw, format) : raw);
  return raw;
};

/** fld1, fldz and the like: the constant is an immediate of ten bytes. */
export const loadConstant: Semantics = function* (cpu, instruction) {
  cpu.x87 = pushSt(cpu.x87, yield* load(cpu, instruction, operand(instruction, 0), 10));
  return undefined;
};

export const storeFloat = (pops: boolean): Semantics =>
  function* (cpu, instruction) {
    const top = readSt(cpu.x87, 0);
    const format = formatOf(instruction);
    const value = format ? fromFloat80(top, format) : top;
    yield* store(cpu, instruction, operand(instruction, 0), instruction.bytes, value);
    if (pops) cpu.x87 = popSt(cpu.x87);
    return undefined;
  };

export const saveImage: Semantics = function* (cpu, instruction) {
  const to = operand(instruction, 0);
  if (to.kind !== 'memory') throw new RangeError('fxsave takes a memory operand');
  const image = new Uint8Array(FXSAVE_BYTES);
  const view = new DataView(image.buffer);
  view.setUint16(0, FCW, true);
  view.setUint16(2, cpu.x87.top << 11, true);
  view.setUint32(24, MXCSR, true);
  view.setUint32(28, MXCSR_MASK, true);
  for (let index = 0; index < 8; index++) {
    const value = readSt(cpu.x87, index);
    view.setBigUint64(FXSAVE_ST + 16 * index, BigInt.asUintN(64, value), true);
    view.setUint16(FXSAVE_ST + 16 * index + 8, Number(value >> 64n), true);
  }
  for (const [index, quadword] of cpu.xmm.entries())
    view.setBigUint64(FXSAVE_XMM + 8 * index, quadword, true);
  yield { kind: 'write_image', gla: yield* glaOf(cpu, instruction, to), image };
  return undefined;
};
