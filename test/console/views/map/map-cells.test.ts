import { describe, expect, it } from 'vitest';
import { spread, tellingGfn, totalsOf } from '../../../../console/src/views/map/map-cells.js';

const plain = { type: 'ram_rw', mapping_order: 0, recalc: false, misconfigured: false } as const;
const RAM = { ...plain, first_gfn: '0x0', cells: 3 };
const MIXED = {
  ...plain,
  first_gfn: '0xc',
  cells: 1,
  recalc: true,
  mixed: [
    { type: 'ram_rw', nr: 3, first_gfn: '0xc' },
    { type: 'ioreq_server', nr: 1, first_gfn: '0xe' },
  ] as const,
};
const MAP = { order: 2, runs: [RAM, { ...MIXED, mixed: [...MIXED.mixed] }] };

describe('spread', () => {
  it('gives every cell its run', () => {
    expect(spread(MAP).map(({ first_gfn }) => first_gfn)).toEqual(['0x0', '0x0', '0x0', '0xc']);
  });
});

describe('totalsOf', () => {
  it('counts gfns by type, and tells which marks there are', () => {
    expect(totalsOf(MAP)).toEqual({
      types: [
        { type: 'ram_rw', gfns: 15, first: '0x0' },
        { type: 'ioreq_server', gfns: 1, first: '0xe' },
      ],
      recalc: true,
      misconfigured: false,
    });
  });
});

describe('tellingGfn', () => {
  it('is the first of the rarest type', () => {
    expect(tellingGfn(RAM, 4)).toBe(4);
    expect(tellingGfn({ ...MIXED, mixed: [...MIXED.mixed] }, 0xc)).toBe(0xe);
  });
});
