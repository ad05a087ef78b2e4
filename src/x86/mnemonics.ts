/**
 * Which instructions are known, by iced-x86's mnemonic, and where their parts are: one row each. A
 * mnemonic that has no row is `unsupported`, never guessed at.
 */

import type { Operation } from '../hypervisor/index.js';

/** How the operand size and the operands of an instruction are found. */
export type Form =
  /** Operands as they are; the size is the first one's. */
  | 'plain'
  /** As `plain`, with a source of another size. */
  | 'extending'
  /** No operand but implied registers; the size is the row's. */
  | 'string'
  /** The size is the stack's. */
  | 'stack'
  /** Port first; the size is the accumulator's. */
  | 'input'
  | 'output'
  /** One memory operand twice the size that is named. */
  | 'pair'
  /** SSE and MMX moves; the size is what moves. */
  | 'vector'
  /** x87 loads and stores. */
  | 'float'
  /** Nothing is looked at. */
  | 'none';

export interface Row {
  readonly operation: Operation;
  readonly form: Form;
  /** Of a string element or a half of a pair. */
  readonly bytes?: number;
  readonly aligned?: boolean;
}

const plain = (operation: Operation): Row => ({ operation, form: 'plain' });
const none = (operation: Operation): Row => ({ operation, form: 'none' });
const string = (operation: Operation, bytes: number): Row => ({ operation, form: 'string', bytes });
const vector = (aligned = false): Row => ({ operation: 'vector_move', form: 'vector', aligned });

/** b, w, d and q forms of a string instruction. */
const strings = (name: string, operation: Operation, letters = 'bwdq'): [string, Row][] =>
  Array.from(letters, (letter, power) => [`${name}${letter}`, string(operation, 2 ** power)]);

const CONDITIONS = 'o no b ae e ne be a s ns p np l ge le g'.split(' ');
const conditional = (prefix: string, operation: Operation, form: Form): [string, Row][] =>
  CONDITIONS.map((condition) => [`${prefix}${condition}`, { operation, form }]);

const PLAIN: readonly Operation[] = [
  'mov',
  'lea',
  'add',
  'or',
  'adc',
  'sbb',
  'and',
  'sub',
  'xor',
  'cmp',
  'test',
  'inc',
  'dec',
  'neg',
  'not',
  'rol',
  'ror',
  'rcl',
  'rcr',
  'shl',
  'shr',
  'sar',
  'shld',
  'shrd',
  'bt',
  'bts',
  'btr',
  'btc',
  'xchg',
  'xadd',
  'cmpxchg',
];

export const ROWS: ReadonlyMap<string, Row> = new Map([
  ...PLAIN.map((operation): [string, Row] => [operation, plain(operation)]),
  ['sal', plain('shl')],
  ['movnti', plain('mov')],
  ['movzx', { operation: 'movzx', form: 'extending' }],
  ['movsx', { operation: 'movsx', form: 'extending' }],
  ['movsxd', { operation: 'movsx', form: 'extending' }],
  ...conditional('cmov', 'cmov', 'plain'),
  ...conditional('set', 'set', 'plain'),
  ...conditional('j', 'jcc', 'plain'),
  ['jmp', plain('jmp')],
  ['loop', plain('loop')],
  ['cmpxchg8b', { operation: 'cmpxchg8b', form: 'pair', bytes: 4 }],
  ['cmpxchg16b', { operation: 'cmpxchg16b', form: 'pair', bytes: 8 }],
  ...strings('movs', 'movs'),
  ...strings('stos', 'stos'),
  ...strings('lods', 'lods'),
  ...strings('scas', 'scas'),
  ...strings('cmps', 'cmps'),
  ...strings('ins', 'ins', 'bwd'),
  ...strings('outs', 'outs', 'bwd'),
  ['in', { operation: 'in', form: 'input' }],
  ['out', { operation: 'out', form: 'output' }],
  ['push', { operation: 'push', form: 'stack' }],
  ['pop', { operation: 'pop', form: 'stack' }],
  ['call', { operation: 'call', form: 'stack' }],
  ['ret', { operation: 'ret', form: 'stack' }],
  ...(['cld', 'std', 'clc', 'stc', 'cmc', 'cli', 'sti', 'fninit', 'nop', 'hlt'] as const).map(
    (operation): [string, Row] => [operation, none(operation)],
  ),
  ['ud2', none('ud')],
  ['pause', none('nop')],
  ['endbr64', none('nop')],
  ['invlpg', none('nop')],
  ['prefetcht0', none('nop')],
  ['prefetcht1', none('nop')],
  ['prefetcht2', none('nop')],
  ['prefetchnta', none('nop')],
  ['prefetchw', none('nop')],
  ['lfence', none('nop')],
  ['mfence', none('nop')],
  ['sfence', none('nop')],
  ['vmcall', none('hypercall')],
  ['vmmcall', none('hypercall')],
  ['clflush', plain('clflush')],
  ['sidt', plain('sidt')],
  ['fxsave', plain('fxsave')],
  ['movups', vector()],
  ['movupd', vector()],
  ['movdqu', vector()],
  ['lddqu', vector()],
  ['movaps', vector(true)],
  ['movapd', vector(true)],
  ['movdqa', vector(true)],
  ['movntps', vector(true)],
  ['movntpd', vector(true)],
  ['movntdq', vector(true)],
  ['movntq', vector()],
  ['movd', vector()],
  ['movq', vector()],
  ['movss', vector()],
  ['movsd', vector()],
  ['fld', { operation: 'fld', form: 'float' }],
  ['fst', { operation: 'fst', form: 'float' }],
  ['fstp', { operation: 'fstp', form: 'float' }],
]);

/** Rows that only a string instruction may take: `movsd` is the name of an SSE move as well. */
export const STRING_ROWS: ReadonlyMap<string, Row> = new Map([
  ...strings('movs', 'movs'),
  ...strings('cmps', 'cmps'),
]);

/** x87 constants, as the ten bytes of a register. */
export const CONSTANTS: ReadonlyMap<string, bigint> = new Map([
  ['fld1', 0x3fff_8000_0000_0000_0000n],
  ['fldz', 0n],
]);
