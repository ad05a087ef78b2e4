import { describe, expect, it } from 'vitest';
import { fieldsOf, isMark, isTable } from '../../../../console/src/views/map/entry-fields.js';

/** A 4 KiB entry of type ioreq_server: readable, write-back, frame 0x7800. */
const LEAF = {
  level: 0,
  index: 0,
  raw: '0x9cf0000007800171',
  r: true,
  w: false,
  x: false,
  emt: 6,
  ipat: true,
  sp: false,
  a: true,
  d: false,
  recalc: false,
  mfn: '0x7800',
  p2mt: 'ioreq_server',
  access: 'rwx',
  suppress_ve: true,
};
const MARKED = {
  ...LEAF,
  level: 1,
  raw: '0x9c0010000001953f',
  emt: 7,
  recalc: true,
  w: true,
  x: true,
};

const shown = (level: typeof LEAF) =>
  Object.fromEntries(fieldsOf([level]).map(({ name, of }) => [name, of(level)]));

describe('fieldsOf', () => {
  it('reads an entry from bit 63 down', () => {
    expect(shown(LEAF)).toEqual({
      suppress_ve: 1,
      access: 'rwx',
      p2mt: 'ioreq_server',
      mfn: '0x7800',
      recalc: 0,
      d: 0,
      a: 1,
      sp: 0,
      ipat: 1,
      emt: '6 WB',
      x: 0,
      w: 0,
      r: 1,
    });
  });

  it('knows no type of what leads to a table', () => {
    expect(isTable(MARKED)).toBe(true);
    expect(shown(MARKED)['p2mt']).toBe('–');
  });

  it('finds the access where the entry has it: a bit higher since 4.22', () => {
    const bitsOf = (raw: string) =>
      fieldsOf([{ ...LEAF, raw }]).find(({ name }) => name === 'access')?.bits;

    expect(bitsOf(LEAF.raw)).toBe('61:58');
    expect(bitsOf('0xb8f0000007800171')).toBe('62:59');
  });
});

describe('isMark', () => {
  it('is a memory type that there is not, and the flag for recalculation', () => {
    const marks = fieldsOf([MARKED]).filter((field) => isMark(field, MARKED));

    expect(marks.map(({ name }) => name)).toEqual(['recalc', 'emt']);
  });
});
