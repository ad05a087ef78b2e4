import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { renamed, struct } from '../../../src/routes/wire/struct.js';
import { gfn, pad, u16, u32 } from '../../../src/routes/wire/wire.js';
import { optional } from '../../../src/routes/wire/word.js';

const run = struct({
  nr: u32('How many.'),
  mem_type: u16('What.'),
  pad: pad(2),
  first_pfn: gfn('From where.'),
  label: optional(u16('Not always there.')),
});

const fits = (schema: object, value: unknown) =>
  new Ajv({ allowUnionTypes: true, strict: false }).compile(schema)(value);

describe('struct', () => {
  it('decodes each field, and gives those left out their fallback', () => {
    expect(run.decode({ nr: 2, mem_type: 4, first_pfn: '0x10' })).toEqual({
      nr: 2,
      mem_type: 4,
      pad: 0,
      first_pfn: 0x10,
      label: undefined,
    });
  });

  it('encodes each field that has a value', () => {
    const value = { nr: 1, mem_type: 0, pad: 0, first_pfn: 0xfeff0, label: undefined };

    expect(run.encode(value as never)).toEqual({
      nr: 1,
      mem_type: 0,
      pad: 0,
      first_pfn: '0xfeff0',
    });
  });

  it('requires what has no fallback', () => {
    expect(run.schema['required']).toEqual(['nr', 'mem_type', 'first_pfn']);
    expect(run.answer['required']).toEqual(['nr', 'mem_type', 'pad', 'first_pfn']);
  });

  it.each([
    ['all of its fields', { nr: 1, mem_type: 4, pad: 0, first_pfn: '0x1' }, true],
    ['what may be left out left out', { nr: 1, mem_type: 4, first_pfn: 1 }, true],
    ['a field missing', { nr: 1, first_pfn: '0x1' }, false],
    ['a field that it lacks', { nr: 1, mem_type: 4, first_pfn: '0x1', domid: 1 }, false],
  ])('judges %s', (_, value, expected) => {
    expect(fits(run.schema, value)).toBe(expected);
  });
});

describe('renamed', () => {
  const other = renamed(run, { hvmmem_type: 'mem_type', nr: 'nr', first_pfn: 'first_pfn' });

  it('says other names on the wire for the same fields', () => {
    expect(other.decode({ hvmmem_type: 4, nr: 1, first_pfn: '0x0' })).toEqual({
      nr: 1,
      mem_type: 4,
      pad: 0,
      first_pfn: 0,
      label: undefined,
    });
    expect(other.encode({ nr: 1, mem_type: 4, pad: 0, first_pfn: 0 } as never)).toEqual({
      hvmmem_type: 4,
      nr: 1,
      first_pfn: '0x0',
    });
  });

  it('lets in only the names that it says', () => {
    expect(fits(other.schema, { hvmmem_type: 4, nr: 1, first_pfn: '0x0' })).toBe(true);
    expect(fits(other.schema, { mem_type: 4, nr: 1, first_pfn: '0x0' })).toBe(false);
    expect(fits(other.schema, { hvmmem_type: 4, nr: 1, first_pfn: '0x0', pad: 0 })).toBe(false);
  });
});
