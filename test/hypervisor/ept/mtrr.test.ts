import { describe, expect, it } from 'vitest';
import { MIXED, Mtrr } from '../../../src/hypervisor/ept/mtrr.js';

const [UC, WC, WT, WP, WB] = [0, 1, 4, 5, 6];
const [FIXED_ENABLED, ENABLED] = [1 << 10, 1 << 11];
const MASK_4K = 0x3fff_ffff_f800n;
const MASK_2M = 0x3fff_ffe0_0800n;

/** A range register: a type at a base, valid. */
const range = (base: bigint, type: number, mask = MASK_4K) => ({ base: base | BigInt(type), mask });

const withRanges = (...ranges: ReturnType<typeof range>[]) => {
  const mtrr = new Mtrr();
  ranges.forEach((register, index) => (mtrr.variable[index] = register));
  return mtrr;
};

describe('Mtrr', () => {
  it('gives its default type where no range applies, and UC while it is off', () => {
    expect(new Mtrr().typeOf(0x100_0000n, 0)).toBe(WB);
    expect(new Mtrr(WT).typeOf(0x100_0000n, 9)).toBe(WT);
    expect(new Mtrr(WB, false).typeOf(0x100_0000n, 0)).toBe(UC);
  });
});

describe('Mtrr.setDefaultType', () => {
  it('answers whether the value is valid, and whether it changed anything', () => {
    const mtrr = new Mtrr();

    expect(mtrr.setDefaultType(ENABLED | WB)).toEqual({ valid: true, changed: false });
    expect(mtrr.setDefaultType(ENABLED | WT)).toEqual({ valid: true, changed: true });
    expect(mtrr.setDefaultType(ENABLED | FIXED_ENABLED | WT)).toEqual({
      valid: true,
      changed: true,
    });
    expect(mtrr.setDefaultType(FIXED_ENABLED | WT)).toEqual({ valid: true, changed: true });
    expect(mtrr).toMatchObject({ enabled: false, fixedEnabled: true, defaultType: WT });
  });

  it.each([2, 3, 7, 0xff, 1 << 8, 1 << 9, 1 << 12])('refuses %i and changes nothing', (value) => {
    const mtrr = new Mtrr();

    expect(mtrr.setDefaultType(ENABLED | value)).toEqual({ valid: false, changed: false });
    expect(mtrr).toMatchObject({ enabled: true, fixedEnabled: false, defaultType: WB });
  });
});

describe('Mtrr.typeOf in the first MiB', () => {
  const withFixed = () => {
    const mtrr = new Mtrr();
    mtrr.fixedEnabled = true;
    for (let index = 0; index < 88; index++) mtrr.fixed[index] = [UC, WC, WT, WP, WB][index % 5]!;
    return mtrr;
  };

  // prettier-ignore
  it.each([
    // address   order  register
    ['0x0',      0,     0],
    ['0xffff',   4,     0],
    ['0x70000',  4,     7],
    ['0x80000',  2,     8],
    ['0x84000',  0,     9],
    ['0xbc000',  2,     23],
    ['0xc0000',  0,     24],
    ['0xff000',  0,     87],
  ])('address %s, order %i: fixed register %i decides', (address, order, register) => {
    const mtrr = withFixed();

    expect(mtrr.typeOf(BigInt(address), order)).toBe(mtrr.fixed[register]);
  });

  // prettier-ignore
  it.each([
    // address   order
    ['0x0',      5],
    ['0x80000',  3],
    ['0xc0000',  1],
  ])('address %s, order %i: more than one register, mixed', (address, order) => {
    expect(withFixed().typeOf(BigInt(address), order)).toBe(MIXED);
  });

  it('leaves the first MiB to the variable ranges while the fixed ones are off', () => {
    const mtrr = withFixed();
    mtrr.fixedEnabled = false;

    expect(mtrr.typeOf(0x8_0000n, 0)).toBe(WB);
  });

  it('does not reach beyond it', () => {
    expect(withFixed().typeOf(0x10_0000n, 0)).toBe(WB);
  });
});

describe('Mtrr.typeOf in a variable range', () => {
  it('is the type of the range within it, and the default outside', () => {
    const mtrr = withRanges(range(0x100_0000n, WC, MASK_2M));

    expect(mtrr.typeOf(0x100_0000n, 9)).toBe(WC);
    expect(mtrr.typeOf(0x11f_f000n, 0)).toBe(WC);
    expect(mtrr.typeOf(0x120_0000n, 0)).toBe(WB);
  });

  it('ignores a range that is not valid', () => {
    const mtrr = withRanges({ base: 0x100_0001n, mask: MASK_2M & ~(1n << 11n) });

    expect(mtrr.typeOf(0x100_0000n, 0)).toBe(WB);
  });

  it('takes a superpage for uniform when one range of it has another type than the default', () => {
    expect(withRanges(range(0x100_0000n, WC)).typeOf(0x100_0000n, 9)).toBe(WC);
  });

  // prettier-ignore
  it.each([
    // types of ranges that overlap  of a page  of a superpage
    [[WC, WC],                   WC,        WC],
    [[WB, UC],                   UC,        MIXED],
    [[WT, WB],                   WT,        MIXED],
    [[WB, WT],                   WT,        MIXED],
    [[WB, WC],                   WC,        MIXED],
    [[WT, WB, WP],               WP,        MIXED],
    [[WC, WP, WC],               WC,        MIXED],
  ])('where ranges of %j overlap: %i, and %i for a superpage', (types, page, superpage) => {
    const mtrr = withRanges(...types.map((type) => range(0x100_0000n, type)));

    expect(mtrr.typeOf(0x100_0000n, 0)).toBe(page);
    expect(mtrr.typeOf(0x100_0000n, 9)).toBe(superpage);
  });

  it('is UC where one of several says so, whichever comes last', () => {
    const mtrr = withRanges(range(0x1000n, UC), range(0x1000n, WP), range(0x1000n, WB));

    expect(mtrr.typeOf(0x1000n, 0)).toBe(UC);
  });

  it('has eight ranges, none of which is in use at first', () => {
    expect(new Mtrr().variable).toEqual(Array.from({ length: 8 }, () => ({ base: 0n, mask: 0n })));
  });
});
