import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { newP2m, set, typeAt } from '../../support/p2m.js';

/** A map with `2^order` gfns marked from 0x200, and a cache of so many pages. */
function marked(order: number, { cached = 0, superpages = true } = {}) {
  const map = newP2m();
  map.p2m.pod.mark(0x200, order);
  map.p2m.pod.fill(cached, superpages);
  return map;
}

describe('PopulateOnDemand.mark', () => {
  it('writes entries without a frame, as large as they can be', () => {
    const { p2m } = marked(10);

    expect([0x200, 0x400].map((gfn) => entryAt(p2m.tables, gfn))).toEqual([
      '9c6ffffffffff080',
      '9c6ffffffffff080',
    ]);
    expect(p2m.pod).toMatchObject({ entryCount: 1024, cached: 0 });
  });

  it('goes in pieces that the first gfn is aligned to', () => {
    const { p2m } = newP2m();

    p2m.pod.mark(0x2fe, 3);

    expect([0x2fd, 0x2fe, 0x305, 0x306].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'mmio_dm',
      'populate_on_demand',
      'populate_on_demand',
      'mmio_dm',
    ]);
    expect(p2m.pod.entryCount).toBe(8);
  });

  it('has done the pieces before the one that is in use', () => {
    const { p2m } = newP2m();
    set(p2m, 0x303, 0);

    expect(() => {
      p2m.pod.mark(0x2fe, 3);
    }).toThrow(errno('EBUSY', 'gfn 0x303'));
    expect(p2m.pod.entryCount).toBe(4);
  });

  it('marks from gfn 0 on, which any piece is aligned to', () => {
    const { p2m } = newP2m();

    p2m.pod.mark(0, 10);

    expect(p2m.query(0x205)).toMatchObject({ type: P2MT.populate_on_demand, order: 9 });
  });

  it('does not count twice what was marked already', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x200, 0);
    p2m.pod.mark(0x200, 9);
    expect(p2m.pod.entryCount).toBe(512);

    p2m.pod.mark(0x200, 10);
    p2m.pod.mark(0x205, 0);
    expect(p2m.pod.entryCount).toBe(1024);
  });

  it('answers EBUSY where a gfn of the piece is in use, and changes nothing', () => {
    const { p2m, crashes } = newP2m();
    set(p2m, 0x3ff, 0);

    expect(() => {
      p2m.pod.mark(0x200, 9);
    }).toThrow(errno('EBUSY'));
    expect([p2m.pod.entryCount, typeAt(p2m, 0x200), crashes]).toEqual([0, 'mmio_dm', []]);
  });

  it('answers ENOTEMPTY to a domain that may flush caches', () => {
    const { p2m } = newP2m();
    p2m.memoryTypes.cacheFlushPermitted = true;

    expect(() => {
      p2m.pod.mark(0x200, 9);
    }).toThrow(errno('ENOTEMPTY', 'device memory'));
  });

  // prettier-ignore
  it.each([
    // order  crashes
    [9,   ['gfn 0x200 could not be marked for populating']],
    [0,   []],
  ])('answers ENOMEM for want of tables; order %i crashes the domain so: %j', (order, why) => {
    const { p2m, crashes } = newP2m();
    p2m.tables.pool.available = 0;

    expect(() => {
      p2m.pod.mark(0x200, order);
    }).toThrow(errno('ENOMEM'));
    expect([crashes, p2m.pod.entryCount]).toEqual([why, 0]);
  });
});

describe('PopulateOnDemand.unmark', () => {
  it('makes a hole of a marked page, and counts one less', () => {
    const { p2m } = marked(9);

    p2m.pod.unmark(0x205);

    expect([0x204, 0x205].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'populate_on_demand',
      'mmio_dm',
    ]);
    expect(p2m.pod.entryCount).toBe(511);
  });
});

describe('PopulateOnDemand.fill', () => {
  it('takes superpages as long as 512 pages are lacking, then pages', () => {
    const { p2m, machine } = newP2m();

    p2m.pod.fill(1024 + 3);

    expect([p2m.pod.cached, machine.next]).toEqual([1027, 0x90_0000 + 1027]);
  });

  it('takes what is lacking, and gives nothing back', () => {
    const { p2m } = newP2m();
    p2m.pod.fill(5, false);

    p2m.pod.fill(8);
    expect(p2m.pod.cached).toBe(8);
    p2m.pod.fill(3);
    expect(p2m.pod.cached).toBe(8);
  });

  it('answers ENOMEM when the machine has no frames, with those that it had in the cache', () => {
    const { p2m, machine } = newP2m();
    machine.free = 600;

    expect(() => {
      p2m.pod.fill(1024);
    }).toThrow(errno('ENOMEM', 'cache'));
    expect(p2m.pod.cached).toBe(512);
  });
});

describe('PopulateOnDemand.populate', () => {
  it('gives a superpage a superpage, and calls all of its pages dirty', () => {
    const { p2m } = marked(9, { cached: 512 });
    p2m.logDirty.enabled = true;

    expect(p2m.pod.populate(0x205, 9)).toBe(true);

    expect(entryAt(p2m.tables, 0x205)).toBe('9c000009000003f7');
    expect(p2m.pod).toMatchObject({ entryCount: 0, cached: 0 });
    expect(p2m.logDirty).toMatchObject({ marked: 512, lastMarked: 0x3ff });
  });

  it('marks a superpage anew in pages where the cache has only such', () => {
    const { p2m } = marked(9, { cached: 600, superpages: false });

    expect(p2m.pod.populate(0x205, 9)).toBe(true);
    expect(p2m.query(0x205)).toMatchObject({ type: P2MT.populate_on_demand, order: 0 });
    expect(p2m.pod).toMatchObject({ entryCount: 512, cached: 600 });

    expect(p2m.populated(0x205)).toMatchObject({ type: P2MT.ram_rw, mfn: 0x90_0000, order: 0 });
    expect(p2m.pod).toMatchObject({ entryCount: 511, cached: 599 });
  });

  it('breaks a superpage of the cache up for a page', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x205, 0);
    p2m.pod.mark(0x206, 0);
    p2m.pod.fill(512);

    expect(p2m.populated(0x206).mfn).toBe(0x90_0000);
    expect(p2m.populated(0x205).mfn).toBe(0x90_0001);
    expect(p2m.pod.cached).toBe(510);
    expect(p2m.pod.save().singles).toHaveLength(510);
  });

  it('leaves its superpages whole while it has pages', () => {
    const { p2m } = marked(10, { cached: 513 });
    p2m.pod.populate(0x200, 0);

    expect(p2m.pod.populate(0x400, 9)).toBe(true);
    expect(p2m.query(0x400)).toMatchObject({ type: P2MT.ram_rw, order: 9 });
  });

  it('marks 1 GiB anew in superpages first', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x4_0000, 18);

    expect(p2m.pod.populate(0x4_0205, 18)).toBe(true);

    expect(p2m.query(0x4_0205)).toMatchObject({ type: P2MT.populate_on_demand, order: 9 });
    expect(p2m.pod.entryCount).toBe(2 ** 18);
  });

  it('crashes the domain that has outrun its cache', () => {
    const { p2m, crashes } = marked(9);

    expect(p2m.pod.populate(0x205, 9)).toBe(false);
    expect(crashes).toEqual(['gfn 0x205: the populate-on-demand cache is empty']);
  });

  it('puts the frames back where they cannot be mapped', () => {
    const { p2m } = newP2m();
    p2m.pod.fill(513);
    const before = p2m.pod.save();
    p2m.tables.pool.available = 0;

    expect([0, 9].map((order) => p2m.pod.populate(0x205, order))).toEqual([false, false]);
    expect(p2m.pod.save()).toEqual(before);
  });

  it('cannot where a superpage cannot be marked anew for want of tables', () => {
    const { p2m, crashes } = marked(9, { cached: 512, superpages: false });
    p2m.tables.pool.available = 0;

    expect(p2m.pod.populate(0x205, 9)).toBe(false);
    expect([p2m.pod.cached, crashes]).toEqual([512, []]);
  });

  it('gives pages the default access', () => {
    const { p2m } = marked(9, { cached: 512 });
    p2m.defaultAccess = P2MA.rw;

    expect(p2m.populated(0x205).access).toBe(P2MA.rw);
  });

  it('finds nothing in a cache that says it has pages and has none', () => {
    const { p2m } = marked(0);
    p2m.pod.restore({ ...p2m.pod.save(), cached: 1 });

    p2m.pod.populate(0x200, 0);

    expect(typeAt(p2m, 0x200)).toBe('populate_on_demand');
  });
});

describe('PopulateOnDemand.restore', () => {
  it('has the counts and the cache of the one that was saved', () => {
    const { p2m } = marked(10, { cached: 514 });
    p2m.pod.populate(0x200, 0);
    const restored = newP2m().p2m;

    restored.pod.restore(p2m.pod.save());

    expect(restored.pod).toMatchObject({ entryCount: 1023, cached: 513 });
    restored.pod.populate(0x200, 0);
    restored.pod.populate(0x400, 9);
    expect([0x200, 0x400].map((gfn) => restored.query(gfn).mfn)).toEqual([0x90_0201, 0x90_0000]);
  });
});
