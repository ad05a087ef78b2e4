import { describe, expect, it } from 'vitest';
import { eptTree, type EptWalk } from '../../../src/cli/text/ept-tree.js';

const entry = {
  level: 1,
  index: 2,
  raw: '0x1',
  r: true,
  w: false,
  x: true,
  emt: 6,
  ipat: false,
  sp: true,
  a: false,
  d: false,
  recalc: true,
  mfn: '0x200',
  p2mt: 'ram_ro',
  access: 'rx',
  suppress_ve: true,
};

describe('eptTree', () => {
  it('ends with a superpage where there is one', () => {
    const walk = { gfn: '0x400', levels: [entry], outcome: 'hit' } as unknown as EptWalk;

    expect(eptTree(1, walk)).toBe(
      'domain 1, gfn 0x400\n' +
        '└─ PDE [2]  0x1  r-x  mfn 0x200  ram_ro  rx  WB  superpage  recalc\n' +
        '   └─ hit',
    );
  });
});
