import { describe, expect, it } from 'vitest';
import { decoderOf, encoderOf } from '../../../src/routes/wire/struct-code.js';
import { u64 } from '../../../src/routes/wire/wire.js';
import { optional } from '../../../src/routes/wire/word.js';

const MEMBERS = [
  { said: 'b "quoted"', name: 'b', word: u64('One.') },
  { said: 'a', name: 'a', word: optional(u64('Another.'), 7n) },
  { said: 'c', name: 'c', word: optional(u64('A third.')) },
];

describe('decoderOf', () => {
  it('reads each field by the name that it has on the wire', () => {
    expect(decoderOf(MEMBERS)({ 'b "quoted"': '0x1', a: '0x2', c: 3 })).toEqual({
      b: 1n,
      a: 2n,
      c: 3n,
    });
  });

  it('has the fallback of what is not said, or cannot be', () => {
    const unsaid = { said: undefined, name: 'd', word: optional(u64('Never said.'), 9n) };

    expect(decoderOf([...MEMBERS, unsaid])({ 'b "quoted"': '0x1', d: '0x1' })).toStrictEqual({
      b: 1n,
      a: 7n,
      c: undefined,
      d: 9n,
    });
  });
});

describe('encoderOf', () => {
  it('says each field in order, and nothing of those that are not there', () => {
    const said = encoderOf(MEMBERS)({ c: undefined, a: 16n, b: 1n });

    expect(JSON.stringify(said)).toBe('{"b \\"quoted\\"":"0x1","a":"0x10"}');
    expect('c' in said).toBe(false);
  });
});
