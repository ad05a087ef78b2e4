import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { CALLER, DOMID, GFN, gfnInUrl } from '../../../src/routes/wire/url-words.js';

const fits = (schema: object, value: unknown) => new Ajv().compile(schema)(value);

describe('a gfn in a URL', () => {
  it.each([
    ['0x100', 256],
    ['256', 256],
    ['0XFF', undefined],
    ['100h', undefined],
    ['', undefined],
  ])('%j is %j', (text, value) => {
    const word = gfnInUrl('A page.');

    expect(fits(word.schema, text)).toBe(value !== undefined);
    if (value !== undefined) expect(word.decode(text)).toBe(value);
  });

  it('is written in hexadecimal', () => {
    expect(GFN.encode(256 as never)).toBe('0x100');
  });
});

describe('words of URLs and headers', () => {
  it('show what fits the host that is seeded', () => {
    expect(DOMID.schema).toMatchObject({ examples: [1] });
  });

  it('take dom0 for the caller who says nothing', () => {
    expect(CALLER.optional).toEqual({ fallback: 0 });
    expect(CALLER.schema).toMatchObject({ default: 0 });
  });
});
