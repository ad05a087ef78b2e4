import { describe, expect, it } from 'vitest';
import { GPR } from '../../src/hypervisor/index.js';
import { decodeInstruction } from '../../src/x86/decode.js';

const decode = (code: string, rip = 0x12000n) =>
  decodeInstruction(Uint8Array.from(Buffer.from(code, 'hex')), rip);

const memory = (fields = {}) =>
  expect.objectContaining({ kind: 'memory', base: GPR.rdi, displacement: 0n, ...fields }) as object;
const gpr = (register: number, high = false) => ({ kind: 'gpr', register, high });
const immediate = (value: bigint) => ({ kind: 'immediate', value });

describe('decodeInstruction', () => {
  // prettier-ignore
  it.each([
    // code                 operation        bytes  length  operands
    ['8907',                'mov',           4,     2,      [memory(), gpr(GPR.rax)]],
    ['668b07',              'mov',           2,     3,      [gpr(GPR.rax), memory()]],
    ['8a27',                'mov',           1,     2,      [gpr(GPR.rax, true), memory()]],
    ['408a37',              'mov',           1,     3,      [gpr(GPR.rsi), memory()]],
    ['c6075a',              'mov',           1,     3,      [memory(), immediate(0x5an)]],
    ['48c707feffffff',      'mov',           8,     7,      [memory(), immediate(-2n & (2n ** 64n - 1n))]],
    ['8b44b710',            'mov',           4,     4,      [gpr(GPR.rax), memory({ index: GPR.rsi, scale: 4, displacement: 0x10n })]],
    ['894701',              'mov',           4,     3,      [memory({ displacement: 1n }), gpr(GPR.rax)]],
    ['8947ff',              'mov',           4,     3,      [memory({ displacement: -1n }), gpr(GPR.rax)]],
    ['0fc307',              'mov',           4,     3,      [memory(), gpr(GPR.rax)]],
    ['f00107',              'add',           4,     3,      [memory(), gpr(GPR.rax)]],
    ['830705',              'add',           4,     3,      [memory(), immediate(5n)]],
    ['66ff0f',              'dec',           2,     3,      [memory()]],
    ['d127',                'shl',           4,     2,      [memory(), immediate(1n)]],
    ['d327',                'shl',           4,     2,      [memory(), gpr(GPR.rcx)]],
    ['0fa407 05',           'shld',          4,     4,      [memory(), gpr(GPR.rax), immediate(5n)]],
    ['0fba2f02',            'bts',           4,     4,      [memory(), immediate(2n)]],
    ['8707',                'xchg',          4,     2,      [memory(), gpr(GPR.rax)]],
    ['f00fb11f',            'cmpxchg',       4,     4,      [memory(), gpr(GPR.rbx)]],
    ['0fc70f',              'cmpxchg8b',     4,     3,      [memory()]],
    ['f0480fc70f',          'cmpxchg16b',    8,     5,      [memory()]],
    ['0f9407',              'set',           1,     3,      [memory()]],
    ['ff37',                'push',          8,     2,      [memory()]],
    ['66ff37',              'push',          2,     3,      [memory()]],
    ['8f07',                'pop',           8,     2,      [memory()]],
    ['ffd7',                'call',          8,     2,      [gpr(GPR.rdi)]],
    ['e800000000',          'call',          8,     5,      [immediate(0n)]],
    ['75f7',                'jcc',           0,     2,      [immediate(-9n)]],
    ['c3',                  'ret',           8,     1,      []],
    ['a4',                  'movs',          1,     1,      []],
    ['f348a5',              'movs',          8,     3,      []],
    ['f26f',                'outs',          4,     2,      []],
    ['f2ae',                'scas',          1,     2,      []],
    ['ec',                  'in',            1,     1,      [gpr(GPR.rdx)]],
    ['66e7e4',              'out',           2,     3,      [immediate(0xe4n)]],
    ['0f1107',              'vector_move',   16,    3,      [memory(), { kind: 'xmm', register: 0 }]],
    ['660f7e07',            'vector_move',   4,     4,      [memory(), { kind: 'xmm', register: 0 }]],
    ['0f7f07',              'vector_move',   8,     3,      [memory(), { kind: 'mm', register: 0 }]],
    ['dd07',                'fld',           8,     2,      [memory()]],
    ['d91f',                'fstp',          4,     2,      [memory()]],
    ['db3f',                'fstp',          10,    2,      [memory()]],
    ['d9e8',                'fld_constant',  10,    2,      [immediate(0x3fff_8000_0000_0000_0000n)]],
    ['0f010f',              'sidt',          10,    3,      [memory()]],
    ['0fae07',              'fxsave',        512,   3,      [memory()]],
    ['0fae3f',              'clflush',       1,     3,      [memory()]],
    ['0f180f',              'nop',           1,     3,      []],
    ['0f01d9',              'hypercall',     1,     3,      []],
  ])('takes %s for %s of %i bytes', (code, operation, bytes, length, operands) => {
    expect(decode(code.replaceAll(' ', ''))).toMatchObject({ operation, bytes, length, operands });
  });

  it('knows the size of the source where it is another', () => {
    expect(decode('0fb607')).toMatchObject({ operation: 'movzx', bytes: 4, sourceBytes: 1 });
    expect(decode('480fbf07')).toMatchObject({ operation: 'movsx', bytes: 8, sourceBytes: 2 });
    expect(decode('4863c7')).toMatchObject({ operation: 'movsx', bytes: 8, sourceBytes: 4 });
  });

  it('knows prefixes, conditions and alignment', () => {
    expect(decode('f00107')).toMatchObject({ lock: true });
    expect(decode('f3a5')).toMatchObject({ repeat: 'repe', addressBytes: 8 });
    expect(decode('67f3a5')).toMatchObject({ repeat: 'repe', addressBytes: 4 });
    expect(decode('678907')).toMatchObject({ addressBytes: 4 });
    expect(decode('0f9f07')).toMatchObject({ condition: 0xf });
    expect(decode('0f2907')).toMatchObject({ aligned: true });
    expect(decode('0f1107')).toMatchObject({ aligned: false });
  });

  it('adds up an address that is relative to RIP, wherever the code lies', () => {
    const at = (rip: bigint) => {
      const decoded = decode('8b0510000000', rip);
      return typeof decoded === 'string' ? undefined : decoded.operands[1];
    };

    expect(at(0x1000n)).toMatchObject({ base: undefined, displacement: 0x1016n });
    expect(at(0x2000n)).toMatchObject({ base: undefined, displacement: 0x2016n });
  });

  it('answers the same object for the same bytes', () => {
    expect(decode('8907')).toBe(decode('8907'));
  });

  it('forgets the oldest where too many are kept', () => {
    const first = decode('b800000000');
    for (let value = 1; value <= 4096; value++) decode(`b8${value.toString(16).padStart(8, '0')}`);

    expect(decode('b800000000')).not.toBe(first);
  });

  it.each([
    ['0f0b', 'ud'],
    ['c5', 'incomplete'],
    ['62', 'incomplete'],
    ['0600', 'invalid'],
    ['f08907', 'invalid'],
    ['8b', 'incomplete'],
    ['', 'incomplete'],
    ['0fa2', 'unsupported'],
    ['f30f10c1', 'unsupported'],
    ['658907', 'unsupported'],
    ['8ed8', 'unsupported'],
  ])('says of %s: %s', (code, expected) => {
    const decoded = decode(code);

    expect(typeof decoded === 'string' ? decoded : decoded.operation).toBe(expected);
  });
});
