import { describe, expect, it } from 'vitest';
import { Mnemonic } from 'iced-x86';
import { OPERATIONS } from '../../src/hypervisor/access/instructions/operation.js';
import { CONSTANTS, ROWS, STRING_ROWS } from '../../src/x86/mnemonics.js';

const KNOWN: ReadonlySet<string> = new Set(Object.keys(Mnemonic).map((name) => name.toLowerCase()));
const names = [...ROWS.keys(), ...STRING_ROWS.keys(), ...CONSTANTS.keys()];

describe('ROWS', () => {
  it('names mnemonics that there are', () => {
    expect(names.filter((name) => !KNOWN.has(name))).toEqual([]);
  });

  it('reaches every operation that machine code can be', () => {
    const reached = new Set(
      [...ROWS.values(), ...STRING_ROWS.values()].map((row) => row.operation),
    );

    expect(OPERATIONS.filter((operation) => !reached.has(operation))).toEqual([
      'fld_constant',
      'fetch',
    ]);
  });

  it('knows the size of what a mnemonic implies', () => {
    expect(ROWS.get('stosq')).toEqual({ operation: 'stos', form: 'string', bytes: 8 });
    expect(ROWS.get('insq')).toBeUndefined();
    expect(STRING_ROWS.get('movsd')).toMatchObject({ operation: 'movs', bytes: 4 });
    expect(ROWS.get('movsd')).toMatchObject({ operation: 'vector_move' });
  });

  it('has all sixteen conditions of each kind', () => {
    for (const operation of ['jcc', 'set', 'cmov'])
      expect([...ROWS.values()].filter((row) => row.operation === operation)).toHaveLength(16);
  });
});
