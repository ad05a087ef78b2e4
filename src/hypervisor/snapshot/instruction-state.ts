/** A decoded instruction in a snapshot. */

import type { DecodedInstruction, Operand } from '../access/instructions/instruction.js';
import { OPERATIONS } from '../access/instructions/operation.js';
import { choice, flag, signed, orNull, whole, type Field } from './field.js';
import { list, record } from './record.js';

/** Every field of every kind; null where the kind has none. */
const OPERAND = record({
  kind: choice(['memory', 'gpr', 'xmm', 'mm', 'st', 'immediate'] as const),
  base: orNull(whole(15)),
  index: orNull(whole(15)),
  scale: orNull(whole(8)),
  displacement: orNull(signed),
  register: orNull(whole(15)),
  high: orNull(flag),
  value: orNull(signed),
});

const SHAPE = record({
  operation: choice(OPERATIONS),
  length: whole(15),
  bytes: whole(512),
  sourceBytes: whole(512),
  operands: list(OPERAND),
  addressBytes: whole(8),
  repeat: choice(['none', 'repe', 'repne'] as const),
  lock: flag,
  condition: whole(15),
  aligned: flag,
});

const UNSAID = {
  base: undefined,
  index: undefined,
  scale: undefined,
  displacement: undefined,
  register: undefined,
  high: undefined,
  value: undefined,
};

export const INSTRUCTION: Field<DecodedInstruction> = {
  write: (instruction, form) =>
    SHAPE.write(
      { ...instruction, operands: instruction.operands.map((one) => ({ ...UNSAID, ...one })) },
      form,
    ),
  read: (data, at, form) => {
    const { operands, ...rest } = SHAPE.read(data, at, form);
    return { ...rest, operands: operands.map(operandOf) } as DecodedInstruction;
  },
};

/** A memory operand names its registers even where it has none. */
function operandOf({ kind, ...rest }: Readonly<Record<string, unknown>>): Operand {
  const said = Object.entries(rest).filter(
    ([name, value]) =>
      value !== undefined || (kind === 'memory' && (name === 'base' || name === 'index')),
  );
  return { kind, ...Object.fromEntries(said) } as Operand;
}
