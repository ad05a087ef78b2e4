/**
 * x86-64 machine code to the core's `DecodedInstruction`, by iced-x86. Every object that lives in
 * its WebAssembly memory is freed before the function returns; what was decoded lately is kept by
 * its bytes.
 */

import {
  Decoder,
  DecoderError,
  DecoderOptions,
  Mnemonic,
  OpKind,
  type Instruction,
} from 'iced-x86';
import {
  instruction,
  type DecodedInstruction,
  type DecodeInstruction,
  type Operand,
} from '../hypervisor/index.js';
import { CONSTANTS, ROWS, STRING_ROWS, type Form, type Row } from './mnemonics.js';
import { addressBytesOf, operandsOf, sizeOf, usesSegment } from './operands.js';

const BITS = 64;
/** Instructions that are kept; the oldest goes first. */
const CACHED = 4096;
/** Longer than any instruction. */
const WINDOW = 15;

const cache = new Map<string, DecodedInstruction>();

/** The instruction that `code` begins with. */
export const decodeInstruction: DecodeInstruction = (code, rip) => {
  const key = String.fromCharCode(...code.subarray(0, WINDOW));
  const known = cache.get(key);
  if (known) return known;
  const decoder = new Decoder(BITS, code.subarray(0, WINDOW), DecoderOptions.None);
  try {
    decoder.ip = rip;
    const raw = decoder.decode();
    try {
      if (raw.isInvalid)
        return decoder.lastError === DecoderError.NoMoreBytes ? 'incomplete' : 'invalid';
      const decoded = translate(raw);
      if (decoded === undefined) return 'unsupported';
      if (!raw.isIpRelMemoryOperand) keep(key, decoded);
      return decoded;
    } finally {
      raw.free();
    }
  } finally {
    decoder.free();
  }
};

function keep(key: string, decoded: DecodedInstruction): void {
  cache.set(key, decoded);
  if (cache.size <= CACHED) return;
  const [oldest] = cache.keys();
  if (oldest !== undefined) cache.delete(oldest);
}

function translate(raw: Instruction): DecodedInstruction | undefined {
  const name = Mnemonic[raw.mnemonic].toLowerCase();
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) {
    const operands: Operand[] = [{ kind: 'immediate', value: constant }];
    return instruction({ operation: 'fld_constant', bytes: 10, length: raw.length, operands });
  }
  const row = raw.isStringInstruction ? (STRING_ROWS.get(name) ?? ROWS.get(name)) : ROWS.get(name);
  if (row === undefined || usesSegment(raw)) return undefined;
  const shape = SHAPES[row.form](raw, row);
  if (shape === undefined) return undefined;
  return instruction({
    operation: row.operation,
    length: raw.length,
    addressBytes: addressBytesOf(raw),
    repeat: raw.hasRepnePrefix ? 'repne' : raw.hasRepePrefix ? 'repe' : 'none',
    lock: raw.hasLockPrefix,
    condition: Math.max(0, raw.conditionCode - 1),
    aligned: row.aligned === true,
    ...shape,
  });
}

interface Shape {
  readonly bytes: number;
  readonly sourceBytes: number;
  readonly operands: readonly Operand[];
}

const shape = (bytes: number, operands: readonly Operand[], sourceBytes = bytes): Shape => ({
  bytes,
  sourceBytes,
  operands,
});

/** How each form is taken apart; `undefined` where we do not execute that variant of it. */
const SHAPES: Readonly<Record<Form, (raw: Instruction, row: Row) => Shape | undefined>> = {
  plain: (raw) => withOperands(raw, sizeOf(raw, 0)),
  extending: (raw) => {
    const operands = operandsOf(raw);
    return operands && shape(sizeOf(raw, 0), operands, sizeOf(raw, 1));
  },
  string: (_, { bytes = 1 }) => shape(bytes, []),
  stack: (raw) => withOperands(raw, Math.abs(raw.stackPointerIncrement) || 8),
  input: (raw) => withOperands(raw, sizeOf(raw, 0), 1),
  output: (raw) => withOperands(raw, sizeOf(raw, 1), 0),
  pair: (raw, { bytes = 8 }) => withOperands(raw, bytes),
  vector: vectorShape,
  float: (raw) => {
    const isMemory = raw.opKind(0) === OpKind.Memory;
    return withOperands(raw, isMemory ? sizeOf(raw, 0) : 10);
  },
  none: () => shape(1, []),
};

function withOperands(raw: Instruction, bytes: number, only?: number): Shape | undefined {
  const operands = operandsOf(raw);
  if (operands === undefined) return undefined;
  const chosen = only === undefined ? operands : operands.slice(only, only + 1);
  return shape(bytes, chosen);
}

/** Between registers, moves of less than a register keep the rest: we do not execute those. */
function vectorShape(raw: Instruction): Shape | undefined {
  const memory = [0, 1].find((index) => raw.opKind(index) === OpKind.Memory);
  if (memory !== undefined) return withOperands(raw, sizeOf(raw, memory));
  const bytes = Math.min(sizeOf(raw, 0), sizeOf(raw, 1));
  const merges = raw.mnemonic === Mnemonic.Movss || raw.mnemonic === Mnemonic.Movsd;
  return merges ? undefined : withOperands(raw, raw.mnemonic === Mnemonic.Movq ? 8 : bytes);
}
