import { describe, expect, it } from 'vitest';
import {
  address,
  bits,
  choice,
  flag,
  orNull,
  signed,
  text,
  whole,
  type Field,
} from '../../../src/hypervisor/snapshot/field.js';
import { again, refusal, written } from '../../support/written.js';

describe('a field', () => {
  // prettier-ignore
  it.each<[string, Field<never>, unknown, unknown]>([
    ['whole',   whole(),                    5,          5],
    ['whole',   whole(5, 1),                1,          1],
    ['whole',   whole(5, 1),                5,          5],
    ['flag',    flag as Field<never>,       true,       true],
    ['text',    text as Field<never>,       'x',        'x'],
    ['choice',  choice(['a', 'b']) as Field<never>, 'b', 'b'],
    ['bits',    bits(64) as Field<never>,   2n ** 63n,  '0x8000000000000000'],
    ['bits',    bits(8) as Field<never>,    255n,       '0xff'],
    ['signed',  signed as Field<never>,     -16n,       '-0x10'],
    ['signed',  signed as Field<never>,     0n,         '0x0'],
    ['signed',  signed as Field<never>,     16n,        '0x10'],
    ['address', address as Field<never>,    0,          '0x0'],
    ['address', address as Field<never>,    2 ** 53 - 1, '0x1fffffffffffff'],
    ['orNull',  orNull(whole()) as Field<never>, undefined, null],
    ['orNull',  orNull(whole()) as Field<never>, 3,     3],
  ] as never)('%s comes back as it was', (_, field, value, data) => {
    expect(written(field as Field<unknown>, value)).toEqual(data);
    expect(again(field as Field<unknown>, value)).toEqual(value);
  });

  // prettier-ignore
  it.each<[string, Field<unknown>, unknown[], string]>([
    ['whole',   whole(5, 1),          [0, 6, 1.5, '1', null, true, NaN], 'an integer from 1 to 5'],
    ['flag',    flag,                 [0, 'true', null],                 'true or false'],
    ['text',    text,                 [0, null, []],                     'a string'],
    ['choice',  choice(['a', 'b']),   ['c', null, 0],                    'one of a, b'],
    ['bits',    bits(8),              ['0x100', '255', 255, '0x', '0X1', '0x01', '-0x1', '0xA', ' 0x1', '0x1 ', ['0x1']], 'an unsigned number of 8 bits, as "0x…"'],
    ['signed',  signed,               ['--0x1', '1', 1, '-'],            'a number, as "0x…" or "-0x…"'],
    ['address', address,              ['0x20000000000000', '-0x1', 1],   'an unsigned number below 2^53, as "0x…"'],
    ['orNull',  orNull(whole(1)),     [undefined, 'null'],               'an integer from 0 to 1'],
  ])('%s refuses what it cannot be', (_, field, wrong, must) => {
    for (const data of wrong) expect(refusal(field, data)).toBe(` must be ${must}`);
  });

  it('says by an error of its own where it stands', () => {
    expect(() => whole().read(-1, '/x', { write: () => 0, read: () => undefined })).toThrow(
      expect.objectContaining({ name: 'BrokenSnapshot', pointer: '/x' }),
    );
  });
});
