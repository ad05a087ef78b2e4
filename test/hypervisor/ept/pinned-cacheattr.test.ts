import { describe, expect, it } from 'vitest';
import {
  DELETE_PIN,
  PARTLY_PINNED,
  PinnedCacheattrs,
  UNPINNED,
} from '../../../src/hypervisor/ept/pinned-cacheattr.js';
import { errno } from '../../support/host.js';

const [UC, WC, WT, WP, WB, UC_MINUS] = [0, 1, 4, 5, 6, 7];
const ADDRESS_BITS = 46;

function setup() {
  const pins = new PinnedCacheattrs();
  const seen = { changes: 0 };
  const pin = (first: number, last: number, type: number) => {
    pins.set(first, last, type, ADDRESS_BITS, () => seen.changes++);
  };
  return { pins, pin, seen };
}

describe('PinnedCacheattrs', () => {
  it.each([UC, WC, WT, WP, WB, UC_MINUS])('pins memory type %i to a range', (type) => {
    const { pins, pin, seen } = setup();

    pin(0x400, 0x5ff, type);

    expect([0x3ff, 0x400, 0x5ff, 0x600].map((gfn) => pins.typeOf(gfn, 0))).toEqual([
      UNPINNED,
      type,
      type,
      UNPINNED,
    ]);
    expect(seen.changes).toBe(1);
  });

  it('tells a mapping that is pinned throughout from one that is so in part', () => {
    const { pins, pin } = setup();
    pin(0x400, 0x5ff, WC);
    pin(0x600, 0x6ff, WC);

    expect([0x200, 0x400, 0x5ff, 0x600].map((gfn) => pins.typeOf(gfn, 9))).toEqual([
      UNPINNED,
      WC,
      WC,
      PARTLY_PINNED,
    ]);
  });

  it('goes by the first and the last gfn of both', () => {
    const { pins, pin } = setup();
    pin(0x300, 0x400, WC);
    pin(0x7ff, 0x8ff, WT);

    expect([0x200, 0x400, 0x600, 0x800].map((gfn) => pins.typeOf(gfn, 9))).toEqual([
      PARTLY_PINNED,
      PARTLY_PINNED,
      PARTLY_PINNED,
      PARTLY_PINNED,
    ]);
  });

  it('takes ranges that touch', () => {
    const { pins, pin } = setup();
    pin(0x400, 0x5ff, WC);

    pin(0x300, 0x3ff, WT);
    pin(0x600, 0x6ff, WP);

    expect([0x3ff, 0x400, 0x600].map((gfn) => pins.typeOf(gfn, 0))).toEqual([WT, WC, WP]);
  });

  it('goes its own way from what another has saved', () => {
    const { pins, pin } = setup();
    pin(0x400, 0x5ff, WC);
    const { pins: restored, pin: pinThere } = setup();
    const restoring = setup().pins;
    restoring.restore(pins.save());
    restored.restore(pins.save());

    pinThere(0x400, 0x5ff, WT);

    expect([pins, restored, restoring].map((all) => all.typeOf(0x400, 0))).toEqual([WC, WT, WC]);
  });

  it('pins the same range anew, and takes it away', () => {
    const { pins, pin, seen } = setup();
    pin(0x400, 0x5ff, WC);

    pin(0x400, 0x5ff, WT);
    expect(pins.typeOf(0x400, 0)).toBe(WT);
    pin(0x400, 0x5ff, DELETE_PIN);
    expect(pins.typeOf(0x400, 0)).toBe(UNPINNED);
    expect(seen.changes).toBe(3);
  });
});

describe('PinnedCacheattrs.set', () => {
  // prettier-ignore
  it.each([
    // errno    first     last               type         why                                    changes  says
    ['EINVAL',  '0x500',  '0x4ff',           WC,          'a range that ends before it begins',  0,       'is no range of gfns'],
    ['EINVAL',  '0x400',  '0x400000000000',  WC,          'a gfn as large as an address',        0,       'is no range of gfns'],
    ['EINVAL',  '0x500',  '0x4ff',           DELETE_PIN,  'no range, before no pin',             0,       'is no range of gfns'],
    ['ENOENT',  '0x400',  '0x5fe',           DELETE_PIN,  'a range that is not pinned as such',  0,       '0x400..0x5fe is not pinned'],
    ['ENOENT',  '0x401',  '0x5ff',           DELETE_PIN,  'a range that is not pinned as such',  0,       '0x401..0x5ff is not pinned'],
    ['EINVAL',  '0x600',  '0x6ff',           2,           'a type that there is not',            0,       '2 is no memory type'],
    ['EINVAL',  '0x600',  '0x6ff',           3,           'a type that there is not',            0,       '3 is no memory type'],
    ['EBUSY',   '0x5ff',  '0x6ff',           WC,          'a range that overlaps a pin',         1,       '0x5ff..0x6ff overlaps'],
    ['EBUSY',   '0x300',  '0x400',           WC,          'one that does at its end',            1,       '0x300..0x400 overlaps'],
    ['EBUSY',   '0x0',    '0xfff',           WC,          'a range around a pin',                1,       '0x0..0xfff overlaps'],
  ] as const)('answers %s: %s to %s, type %i: %s', (name, first, last, type, _, changes, says) => {
    const { pin, seen } = setup();
    pin(0x400, 0x5ff, WB);
    seen.changes = 0;

    expect(() => {
      pin(Number(first), Number(last), type);
    }).toThrow(errno(name, says));
    expect(seen.changes).toBe(changes);
  });

  it('answers ENOSPC for the 65th range, but pins one of the 64 anew', () => {
    const { pin, pins, seen } = setup();
    for (let gfn = 0; gfn < 64; gfn++) pin(gfn, gfn, WC);

    expect(() => {
      pin(64, 64, WC);
    }).toThrow(errno('ENOSPC', '64 ranges'));
    pin(63, 63, WT);
    expect(pins.typeOf(63, 0)).toBe(WT);
    expect(seen.changes).toBe(66);
  });
});
