/** What a guest can be told to do, and which fields each of it takes. */

import type { operations } from '../../../../src/client/api.js';

export type AccessBody = operations['accessGuest']['requestBody']['content']['application/json'];
export type Kind = AccessBody['kind'];
export type FieldName =
  'gpa' | 'source' | 'port' | 'size' | 'data' | 'op' | 'count' | 'bytes' | 'regs';

export interface Field {
  readonly label: string;
  readonly example: string;
  /** Of what was typed, what goes out; throws where it is nothing of the sort. */
  readonly read: (text: string) => unknown;
}

const asTyped = (text: string) => text;
const number = (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Error(`${text} is no whole number`);
  return value;
};

export const FIELDS: Readonly<Record<FieldName, Field>> = {
  gpa: { label: 'Guest-physical address', example: '0x1000008', read: asTyped },
  source: { label: 'Copied from', example: '0x2000000', read: asTyped },
  port: { label: 'Port', example: '0x3f8', read: number },
  size: { label: 'Bytes at a time', example: '4', read: number },
  data: { label: 'Value', example: '0x2a', read: asTyped },
  op: { label: 'Operation', example: 'add', read: asTyped },
  count: { label: 'Repetitions', example: '4', read: number },
  bytes: { label: 'Machine code', example: '8907', read: asTyped },
  regs: {
    label: 'Registers',
    example: '{"rdi":"0x1000008"}',
    read: (text) => JSON.parse(text) as unknown,
  },
};

const MEMORY = ['gpa', 'size'] as const;
const PORT = ['port', 'size'] as const;

export const TAKES: Readonly<Record<Kind, readonly FieldName[]>> = {
  read: MEMORY,
  write: [...MEMORY, 'data'],
  rmw: [...MEMORY, 'op', 'data'],
  exec: ['gpa'],
  insn: ['bytes', 'regs'],
  in: PORT,
  out: [...PORT, 'data'],
  movs: [...MEMORY, 'source'],
  stos: [...MEMORY, 'data'],
  ins: ['port', ...MEMORY],
  outs: ['port', ...MEMORY],
  rep_movs: [...MEMORY, 'source', 'count'],
  rep_stos: [...MEMORY, 'data', 'count'],
  rep_ins: ['port', ...MEMORY, 'count'],
  rep_outs: ['port', ...MEMORY, 'count'],
};

/** What was not filled in is left out, for the service to say what it takes instead. */
export function bodyOf(
  kind: Kind,
  vcpu: number,
  typed: Readonly<Partial<Record<FieldName, string>>>,
): AccessBody {
  const given = TAKES[kind].filter((name) => (typed[name] ?? '').trim() !== '');
  const fields = given.map((name) => [name, readField(name, typed[name]?.trim() ?? '')]);
  return { kind, vcpu, ...Object.fromEntries(fields) } as AccessBody;
}

function readField(name: FieldName, text: string): unknown {
  const { label, read } = FIELDS[name];
  try {
    return read(text);
  } catch (error) {
    throw new Error(`${label}: ${(error as Error).message}`, { cause: error });
  }
}
