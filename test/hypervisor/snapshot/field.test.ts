import { describe, expect, it } from 'vitest';
import {
  BrokenSnapshot,
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
    ['flag',    flag as Field<never>,       true,       true],
    ['text',    text as Field<never>,       'x',        'x'],
    ['choice',  choice(['a', 'b']) as Field<never>, 'b', 'b'],
    ['bits',    bits(64) as Field<never>,   2n ** 63n,  '0x8000000000000000'],
    ['signed',  signed as Field<never>,     -16n,       '-0x10'],
    ['address', address as Field<never>,    2 ** 52,    '0x10000000000000'],
    ['orNull',  orNull(whole()) as Field<never>, undefined, null],
    ['orNull',  orNull(whole()) as Field<never>, 3,     3],
  ] as never)('%s comes back as it was', (_, field, value, data) => {
    expect(written(field as Field<unknown>, value)).toEqual(data);
    expect(again(field as Field<unknown>, value)).toEqual(value);
  });

  // prettier-ignore
  it.each<[string, Field<unknown>, unknown[]]>([
    ['whole',   whole(5, 1),          [0, 6, 1.5, '1', null, true, NaN]],
    ['flag',    flag,                 [0, 'true', null]],
    ['text',    text,                 [0, null, []]],
    ['choice',  choice(['a', 'b']),   ['c', null, 0]],
    ['bits',    bits(8),              ['0x100', '255', 255, '0x', '0X1', '0x01', '-0x1', '0xA']],
    ['signed',  signed,               ['--0x1', '1', 1, '-']],
    ['address', address,              ['0x20000000000000', '-0x1', 1]],
    ['orNull',  orNull(whole()),      [undefined, 'null']],
  ])('%s refuses what it cannot be', (_, field, wrong) => {
    for (const data of wrong) expect(() => field.read(data, '/x', { write: () => 0, read: () => undefined })).toThrow(BrokenSnapshot);
    expect(refusal(field, wrong[0])).toMatch(/^ must be/);
  });
});
