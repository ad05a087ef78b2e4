import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  flags,
  gfn,
  gpa,
  hex53,
  oneOf,
  pad,
  u16,
  u32,
  u64,
  u8,
  unlessUntouched,
} from '../../../src/routes/wire/wire.js';
import { optional, type AnyWord } from '../../../src/routes/wire/word.js';

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
const fits = ({ schema }: AnyWord, value: unknown) => ajv.compile(schema)(value);
const fitsAnswer = ({ answer }: AnyWord, value: unknown) => ajv.compile(answer)(value);

const type = oneOf({ ram_rw: 0, ram_ro: 1, ioreq_server: 4 }, u16('A type.'));
const access = flags({ read: 1, write: 2 }, u32('Which accesses.'));

describe('a word', () => {
  // prettier-ignore
  it.each([
    // word                    what goes in            what is worked with   what comes out
    ['u8',     u8(''),         0xff,                   0xff,                 0xff],
    ['u64',    u64(''),        '0xffffffffffffffff',   0xffff_ffff_ffff_ffffn, '0xffffffffffffffff'],
    ['u64',    u64(''),        9007199254740991,       9007199254740991n,    '0x1fffffffffffff'],
    ['gfn',    gfn(''),        '0xFEFF0',              0xfeff0,              '0xfeff0'],
    ['gfn',    gfn(''),        '0x0010',               0x10,                 '0x10'],
    ['gfn',    gfn(''),        16,                     16,                   '0x10'],
    ['gpa',    gpa(''),        '0x0',                  0,                    '0x0'],
    ['hex53',  hex53(''),      '0x100',                256,                  '0x100'],
    ['oneOf',  type,           'ioreq_server',         4,                    'ioreq_server'],
    ['oneOf',  type,           4,                      4,                    'ioreq_server'],
    ['oneOf',  type,           3,                      3,                    3],
    ['flags',  access,         ['write'],              2,                    ['write']],
    ['flags',  access,         ['read', 'write'],      3,                    ['read', 'write']],
    ['flags',  access,         0,                      0,                    []],
    ['pad',    pad(3),         [1, 2, 3],              0x030201,             0x030201],
    ['pad',    pad(2),         7,                      7,                    7],
  ] as const)('%s takes %#', (_, word: AnyWord, wire, value, answer) => {
    expect(fits(word, wire)).toBe(true);
    expect(word.decode(wire)).toEqual(value);
    expect(word.encode(value)).toEqual(answer);
  });

  // prettier-ignore
  it.each([
    ['u8',       u8(''),       [256, -1, 1.5, '1', null, true]],
    ['u16',      u16(''),      [65536]],
    ['u32',      u32(''),      [2 ** 32]],
    ['u64',      u64(''),      [2 ** 53, '0x10000000000000000', '10', '0x', '', '0xg', -1, null]],
    ['gfn',      gfn(''),      ['feff0', 1.5, [], {}]],
    ['oneOf',    type,         ['RAM_RW', 65536, null, true, -1]],
    ['flags',    access,       [['exec'], ['write', 'write'], 'write', 2 ** 32]],
    ['pad',      pad(3),       [2 ** 24, [0, 0], [0, 0, 256], '0']],
  ] as const)('%s does not let in what its C type cannot hold', (_, word: AnyWord, values) => {
    for (const value of values) expect([value, fits(word, value)]).toEqual([value, false]);
  });

  it.each([
    ['hexadecimal', gfn(''), '0xfeff0', true],
    ['a number where it says hexadecimal', gfn(''), 0xfeff0, false],
    ['leading zeros', gfn(''), '0x00', false],
    ['upper case', gfn(''), '0xA', false],
    ['the name', type, 'ram_rw', true],
    ['the number of what has a name', type, 0, false],
  ])('answers %s: %#', (_, word: AnyWord, wire, expected) => {
    expect(fitsAnswer(word, wire)).toBe(expected);
  });

  it('keeps its C type when it gets names or may be left out', () => {
    expect([type.c?.name, access.c?.name, optional(u8(''), 0).c?.name, pad(3).c?.name]).toEqual([
      'uint16_t',
      'uint32_t',
      'uint8_t',
      'uint8_t[3]',
    ]);
  });
});

describe('unlessUntouched', () => {
  const port = unlessUntouched(u32('A port.'));
  const stored = (value: number | null) => {
    const memory = new DataView(new Uint8Array([9, 0, 0, 0]).buffer);
    port.c!.store(memory, 0, value);
    return memory.getUint32(0, true);
  };

  it('says 0 of what Xen does not write, and leaves it in memory as it was', () => {
    expect([port.encode(7), port.encode(null)]).toEqual([7, 0]);
    expect([stored(7), stored(null)]).toEqual([7, 9]);
  });
});
