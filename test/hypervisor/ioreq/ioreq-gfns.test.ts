import { describe, expect, it } from 'vitest';
import { IoreqGfns } from '../../../src/hypervisor/ioreq/ioreq-gfns.js';

const gfns = (policy: ConstructorParameters<typeof IoreqGfns>[0], pool = 2) => {
  const set = new IoreqGfns(policy);
  set.base = 0x10;
  set.addToPool(pool);
  return set;
};

const take = (set: IoreqGfns, times: number) => Array.from({ length: times }, () => set.allocate());

describe('IoreqGfns', () => {
  it('gives out the lowest of the pool, and again what came back', () => {
    const set = gfns('none', 3);
    take(set, 3);

    set.release(0x11);

    expect(take(set, 2)).toEqual([0x11, undefined]);
  });

  it('falls back to the gfns of the old default server, each once', () => {
    const set = gfns('fallback');
    set.setLegacy('ioreq', 0x20);
    set.setLegacy('bufioreq', 0x21);

    expect(take(set, 5)).toEqual([0x10, 0x11, 0x20, 0x21, undefined]);
    set.release(0x21);
    expect(take(set, 2)).toEqual([0x21, undefined]);
  });

  it('has none to fall back to when they were never set', () => {
    expect(take(gfns('fallback'), 3)).toEqual([0x10, 0x11, undefined]);
  });

  it('has in its pool, before there is a fallback, what a default server could use too', () => {
    const set = gfns('none');
    set.setLegacy('ioreq', 0x11);
    take(set, 2);

    set.release(0x11);

    expect(take(set, 2)).toEqual([0x11, undefined]);
  });

  it('is as it was when it is restored, whatever was there before', () => {
    const set = gfns('fallback', 4);
    set.setLegacy('ioreq', 0x20);
    set.setLegacy('bufioreq', 0x21);
    take(set, 5);
    set.release(0x13);
    set.release(0x11);
    const saved = set.save();

    const other = gfns('fallback', 9);
    other.setLegacy('ioreq', 0x30);
    other.restore(structuredClone(saved));

    expect(saved).toEqual({
      base: 0x10,
      free: [1, 3],
      legacyGfn: { ioreq: 0x20, bufioreq: 0x21 },
      legacyFree: ['bufioreq'],
    });
    expect(other.save()).toEqual(saved);
    expect(take(other, 4)).toEqual(take(set, 4));
  });

  describe('with the inverted test of 4.12 to 4.20', () => {
    it('gives out gfn 0 for ever when they were never set', () => {
      expect(take(gfns('inverted'), 5)).toEqual([0x10, 0x11, 0, 0, 0]);
    });

    it('uses them up in vain first when they were set', () => {
      const set = gfns('inverted');
      set.setLegacy('ioreq', 0x20);
      set.setLegacy('bufioreq', 0x21);

      expect(take(set, 5)).toEqual([0x10, 0x11, undefined, 0x20, 0x20]);
    });

    it('skips one of theirs that has come back', () => {
      const set = gfns('inverted', 0);
      set.setLegacy('ioreq', 0x20);
      set.setLegacy('bufioreq', 0x21);
      take(set, 2);

      set.release(0x20);

      expect(take(set, 2)).toEqual([0x21, 0x20]);
    });

    it('takes back gfn 0 as one of theirs', () => {
      const set = gfns('inverted', 0);
      set.release(take(set, 1)[0] ?? -1);

      expect(take(set, 2)).toEqual([0, 0]);
    });
  });

  it('has no gfn of the old default server whose parameter is 0', () => {
    const set = gfns('fallback', 0);
    set.setLegacy('ioreq', 0);

    expect(set.allocate()).toBeUndefined();
  });
});
