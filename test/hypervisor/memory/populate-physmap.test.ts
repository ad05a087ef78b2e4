import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { populatePhysmap } from '../../../src/hypervisor/memory/populate-physmap.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { hostWithRam } from '../../support/host.js';

const ON_DEMAND = 1 << 16;
const HOLE = 4;

function setup(spec = {}) {
  const { host, d1, events } = hostWithRam(1024, spec);
  d1.maxPages = 4096;
  const populate = (extents: number[], { order = 0, memFlags = 0, done = 0 } = {}) =>
    runTask(populatePhysmap(d1, { extents, order, memFlags, done }));
  const types = (...gfns: number[]) => gfns.map((gfn) => d1.p2m.typeOf(gfn));
  return { host, d1, events, p2m: d1.p2m, populate, types };
}

describe('populatePhysmap', () => {
  it('gives RAM at each gfn', () => {
    const { d1, populate, types } = setup();

    expect(populate([2000, 3000])).toBe(2);

    expect(types(2000, 2001, 3000)).toEqual([P2MT.ram_rw, HOLE, P2MT.ram_rw]);
    expect([d1.pages, d1.p2m.maxMappedGfn]).toEqual([1026, 3000]);
  });

  it.each([
    ['a whole mapping where it is aligned', 0x800, 9],
    ['single ones where it is not', 0x801, 0],
  ])('maps an extent by %s', (_, gfn, order) => {
    const { p2m, populate } = setup();

    expect(populate([gfn], { order: 9 })).toBe(1);

    expect(p2m.query(gfn).order).toBe(order);
    expect(p2m.typeOf(gfn + 511)).toBe(P2MT.ram_rw);
  });

  it('replaces whatever is there, and the old frame stays allocated', () => {
    const { d1, p2m, populate, types } = setup();
    p2m.claim.claim(0, 2);
    p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ram_ro);
    p2m.changeTypeOne(4, P2MT.ram_rw, P2MT.mmio_dm);
    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ioreq_server);
    const { mfn } = p2m.query(3);

    expect(populate([3, 4, 5])).toBe(3);

    expect([types(3, 4, 5), p2m.entryCount, d1.pages]).toEqual([[0, 0, 0], 0, 1027]);
    expect(d1.memory.owns(mfn)).toBe(true);
  });

  it('stops where the domain may have no more', () => {
    const { d1, populate, types } = setup();
    d1.maxPages = 1025;

    expect(populate([2000, 2001])).toBe(1);
    expect(populate([3])).toBe(0);
    expect(types(2000, 2001, 3)).toEqual([P2MT.ram_rw, HOLE, P2MT.ram_rw]);
  });

  it.each([2 ** 36, 2 ** 64])(
    'stops at gfn %d, where no table reaches, and loses the page',
    (gfn) => {
      const { d1, populate } = setup();

      expect(populate([gfn])).toBe(0);
      expect(d1.pages).toBe(1025);
      expect(populate([gfn], { memFlags: ON_DEMAND })).toBe(0);
      expect(d1.p2m.pod.entryCount).toBe(0);
    },
  );

  it('reaches the last gfn that a table does', () => {
    const { populate, types } = setup();

    expect(populate([2 ** 36 - 1])).toBe(1);
    expect(types(2 ** 36 - 1)).toEqual([P2MT.ram_rw]);
  });

  it('does nothing of an extent that reaches further', () => {
    const { p2m, populate } = setup();

    expect(populate([2 ** 36 - 256], { order: 9 })).toBe(0);
    expect(p2m.maxMappedGfn).toBe(1023);
  });

  it('stops where the map has no table left, and loses the page', () => {
    const { d1, p2m, populate } = setup();
    p2m.tables.pool.available = 0;

    expect(populate([3, 0x4_0000, 4])).toBe(1);
    expect(d1.pages).toBe(1026);
  });

  // prettier-ignore
  it.each([
    ['32 address bits', 32, 1],
    ['too few of them', 24, 0],
    ['less than a page', 5, 0],
  ])('does with %s: %d, %d extents', (_, memFlags, done) => {
    expect(setup().populate([2000], { memFlags })).toBe(done);
  });

  it('stops for a dying domain', () => {
    const { d1, populate } = setup();
    d1.dying = true;

    expect(populate([2000])).toBe(0);
  });

  it('looks at nothing that is there where the domain may have no more', () => {
    const { d1, p2m, populate } = setup();
    p2m.setPage(2000, 0x900, P2MT.grant_map_rw, 7);
    d1.maxPages = 1024;

    expect(populate([2000])).toBe(0);
    expect(d1.shutdown.reason).toBeUndefined();
  });

  it('crashes the domain over what others have lent it', () => {
    const { d1, events, p2m, populate } = setup();
    p2m.setPage(2003, 0x900, P2MT.grant_map_rw, 7);

    expect(populate([2000], { order: 3 })).toBe(0);
    expect(d1.shutdown.reason).toBe(3);
    expect(events).toContainEqual(
      expect.objectContaining({ why: 'gfn 7d3 may not be populated: others have lent it' }),
    );
  });

  it('gives way between extents', () => {
    const { d1 } = setup();
    const call = { extents: [2000, 2001], order: 0, memFlags: 0, done: 0 };

    expect(runTask(populatePhysmap(d1, call), () => true)).toEqual(new Restart({ done: 1 }));
  });
});

describe('populatePhysmap on demand', () => {
  it('marks holes, and has device models told', () => {
    const { d1, p2m, populate } = setup();

    expect(populate([0x800], { order: 9, memFlags: ON_DEMAND })).toBe(1);

    expect([p2m.typeOf(0x9ff), p2m.pod.entryCount]).toEqual([P2MT.populate_on_demand, 512]);
    expect(d1.pages).toBe(1024);
    expect(d1.vcpu(0).mapcacheInvalidate).toBe(true);
  });

  it('does not mark what is in use', () => {
    const { populate, types } = setup();

    expect(populate([3], { memFlags: ON_DEMAND })).toBe(0);
    expect(types(3)).toEqual([P2MT.ram_rw]);
  });

  it('does not count any more what is populated after all', () => {
    const { p2m, populate } = setup();
    populate([0x800], { order: 9, memFlags: ON_DEMAND });

    expect(populate([0x7fe], { order: 3 })).toBe(1);

    expect(p2m.pod.entryCount).toBe(506);
  });

  it('goes on counting what could not be populated', () => {
    const { p2m, populate } = setup();
    populate([0x800], { order: 9, memFlags: ON_DEMAND });
    p2m.tables.pool.available = 0;

    expect(populate([0x805])).toBe(0);

    expect([p2m.pod.entryCount, p2m.typeOf(0x805)]).toEqual([512, P2MT.populate_on_demand]);
  });

  it('lets pass what is no refusal', () => {
    const { p2m, populate } = setup();
    p2m.pod.mark = () => {
      throw new TypeError('a mistake of ours');
    };

    expect(() => populate([2000], { memFlags: ON_DEMAND })).toThrow(TypeError);
  });
});
