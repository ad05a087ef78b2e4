import { describe, expect, it } from 'vitest';
import { name } from '../../../src/routes/wire/json-words.js';
import { gfn, u8 } from '../../../src/routes/wire/wire.js';
import { nullable, optional, verbatim } from '../../../src/routes/wire/word.js';

describe('optional', () => {
  it('says in its schema what a field left out means', () => {
    expect(optional(gfn('A page.'), 0x10 as never)).toMatchObject({
      schema: { default: '0x10' },
      optional: { fallback: 0x10 },
    });
  });

  it('says nothing where it means nothing', () => {
    const word = optional(u8('Not there.'));

    expect(word.schema).not.toHaveProperty('default');
    expect(word.optional).toEqual({ fallback: undefined });
  });

  it('keeps the C type', () => {
    expect(optional(u8(''), 0).c?.name).toBe('uint8_t');
  });
});

describe('nullable', () => {
  it('lets null through and leaves the rest to its word', () => {
    const word = nullable(gfn(''));

    expect([word.decode(null), word.decode('0x2')]).toEqual([null, 2]);
    expect([word.encode(null), word.encode(2 as never)]).toEqual([null, '0x2']);
    expect(word.schema['type']).toEqual(['string', 'integer', 'null']);
    expect(word.answer['type']).toEqual(['string', 'null']);
    expect(nullable(name(['a'], '')).answer).toMatchObject({ enum: ['a', null] });
  });
});

describe('verbatim', () => {
  it('is the same in and out', () => {
    const word = verbatim<string>({ type: 'string' });

    expect([word.decode('a'), word.encode('a'), word.answer]).toEqual(['a', 'a', word.schema]);
  });
});
