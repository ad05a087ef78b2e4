import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { array, bool, integer, name, record, text } from '../../../src/routes/wire/json-words.js';
import { gfn, u64 } from '../../../src/routes/wire/wire.js';
import type { AnyWord } from '../../../src/routes/wire/word.js';

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
const fits = ({ schema }: AnyWord, value: unknown) => ajv.compile(schema)(value);

describe('a word that C has not', () => {
  // prettier-ignore
  it.each([
    // word                        what goes in        what is worked with   what comes out
    ['array',  array(gfn(''), ''),  ['0x1', 2],         [1, 2],               ['0x1', '0x2']],
    ['record', record(u64(''), ''), { A: 1, B: '0x2' }, { A: 1n, B: 2n },     { A: '0x1', B: '0x2' }],
    ['bool',   bool(''),            true,               true,                 true],
    ['text',   text(''),            'a',                'a',                  'a'],
    ['name',   name(['a', 'b'], ''), 'b',               'b',                  'b'],
    ['integer', integer(1, 9, ''),  9,                  9,                    9],
  ] as const)('%s takes what it says', (_, word: AnyWord, wire, value, answer) => {
    expect(fits(word, wire)).toBe(true);
    expect(word.decode(wire)).toEqual(value);
    expect(word.encode(value)).toEqual(answer);
  });

  // prettier-ignore
  it.each([
    ['integer', integer(1, 9, ''), [0, 10, 1.5, '1']],
    ['name',    name(['a'], ''),   ['b', 0]],
    ['bool',    bool(''),          [0, 'true', null]],
    ['text',    text('', { maxLength: 1 }), ['ab', 1]],
    ['record',  record(u64(''), '', { propertyNames: { enum: ['A'] } }), [{ B: 1 }, { A: 'x' }, []]],
  ] as const)('%s does not let in anything else', (_, word: AnyWord, values) => {
    for (const value of values) expect([value, fits(word, value)]).toEqual([value, false]);
  });
});
