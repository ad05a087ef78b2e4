import { describe, expect, it } from 'vitest';
import { flagOf, namesOf, textToJson, valueNameOf } from '../../src/cli/field-text.js';
import { array } from '../../src/routes/wire/json-words.js';
import { flags, gfn, oneOf, pad, u16, u32 } from '../../src/routes/wire/wire.js';

const kind = oneOf({ memory: 0, port: 1 }, u32('A kind.')).schema;
const bits = flags({ read: 1, write: 2 }, u32('Bits.')).schema;
const frame = gfn('A frame.').schema;
const number = u16('A number.').schema;
const list = array(u16('One.'), 'Several.').schema;

describe('textToJson', () => {
  // prettier-ignore
  it.each([
    ['7',           number,         7],
    ['0x10',        number,         16],
    ['seven',       number,         'seven'],
    ['0x100',       frame,          '0x100'],
    ['256',         frame,          256],
    ['18446744073709551615', frame, '0xffffffffffffffff'],
    ['port',        kind,           'port'],
    ['1',           kind,           1],
    ['0x1',         kind,           1],
    ['read,write',  bits,           ['read', 'write']],
    ['read',        bits,           ['read']],
    ['3',           bits,           3],
    ['[1, 2]',      list,           [1, 2]],
    ['0',           pad(2).schema,  0],
  ])('%s', (text, schema, value) => {
    expect(textToJson(text, schema)).toEqual(value);
  });
});

describe('a field in help', () => {
  it('is called as a flag is', () => {
    expect(flagOf('first_pfn')).toBe('first-pfn');
  });

  it('says what its value may be', () => {
    expect(valueNameOf(kind)).toBe('memory|port');
    expect(valueNameOf(bits)).toBe('read,write');
    expect(valueNameOf(frame)).toBe('NUMBER');
    expect(valueNameOf(list)).toBe('JSON');
    expect(namesOf(kind)).toEqual(['memory', 'port']);
  });
});
