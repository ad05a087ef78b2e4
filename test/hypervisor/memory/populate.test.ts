import { describe, expect, it } from 'vitest';
import type { MemoryExtent } from '../../../src/hypervisor/domain-spec.js';
import { Host } from '../../../src/hypervisor/host.js';
import { populate } from '../../../src/hypervisor/memory/populate.js';
import { errno } from '../../support/host.js';

/** [gfn, mfn, order] of each run of the domain's mappings, at the gfns asked for. */
function layOut(memory: readonly MemoryExtent[], gfns: readonly number[]) {
  const { p2m } = new Host().createDomain({ memory, specialPages: false });
  return gfns.map((gfn) => [gfn, p2m.query(gfn).mfn, p2m.query(gfn).order]);
}

describe('populate', () => {
  it('takes the largest mappings that fit, up to 1 GiB and down again', () => {
    const nr = 0x8_0000 - 0x3_fdff + 0x201;

    expect(
      layOut(
        [{ firstGfn: 0x3_fdff, nr }],
        [0x3_fdff, 0x3_fe00, 0x4_0000, 0x8_0000, 0x8_01ff, 0x8_0200],
      ),
    ).toEqual([
      [0x3_fdff, 0x1000, 0],
      [0x3_fe00, 0x1200, 9],
      [0x4_0000, 0x4_0000, 18],
      [0x8_0000, 0x1400, 9],
      [0x8_01ff, 0x15ff, 9],
      [0x8_0200, 0x1001, 0],
    ]);
  });

  // prettier-ignore
  it.each([
    // first  pages   orders at gfns
    [1,      0x3ff,  { 1: 0, 0x1ff: 0, 0x200: 9, 0x3ff: 9 }],
    [0x201,  0x5ff,  { 0x201: 0, 0x3ff: 0, 0x400: 9 }],
    [0x200,  1,      { 0x200: 0 }],
  ])('begins at gfn %i, %i pages, with single ones up to the first that may be larger', (firstGfn, nr, orders) => {
    const laidOut = layOut([{ firstGfn, nr }], Object.keys(orders).map(Number));

    expect(Object.fromEntries(laidOut.map(([gfn, , order]) => [gfn, order]))).toEqual(orders);
  });

  it('takes as many mappings as there may be, and no more', () => {
    const host = new Host();
    const populated = (limit: number) => {
      const domain = host.createDomain({ memory: [], specialPages: false });
      populate(domain, [{ firstGfn: 0x1ff, nr: 0x401 }], limit);
      return domain.pages;
    };

    expect(populated(3)).toBe(0x401);
    expect(() => populated(2)).toThrow(errno('ENOMEM', '3 mappings are more than 2'));
  });

  it.each([0, 9] as const)('takes mappings of order %i alone when asked', (order) => {
    const [first, last] = layOut([{ firstGfn: 0, nr: 1024, order }], [0, 1023]);

    expect([first?.[2], last?.[2]]).toEqual([order, order]);
  });

  it('gives a TiB by a thousand entries', () => {
    const { p2m, pages } = new Host().createDomain({
      memory: [{ firstGfn: 0, nr: 2 ** 28 }],
      specialPages: false,
    });

    expect([pages, p2m.tables.pool.inUse, p2m.query(2 ** 28 - 1).order]).toEqual([2 ** 28, 3, 18]);
  });

  it('goes round what other domains have left of the machine', () => {
    const host = new Host({ machineFrames: [[0, 0x17ff]] });
    const [a, , c] = [0x300, 0x100, 0x300].map((nr) =>
      host.createDomain({ memory: [{ firstGfn: 0, nr, order: 0 }], specialPages: false }),
    );
    host.destroyDomain(a?.domid ?? 0);
    host.destroyDomain(c?.domid ?? 0);

    const { p2m, pages } = host.createDomain({
      memory: [{ firstGfn: 0, nr: 0x600, order: 0 }],
      specialPages: false,
    });

    expect([0, 0x3ff, 0x400, 0x5ff].map((gfn) => p2m.query(gfn).mfn)).toEqual([
      0x1400, 0x17ff, 0x1000, 0x11ff,
    ]);
    expect(pages).toBe(0x600);
  });

  it.each([
    [{ firstGfn: 0, nr: 0 }, 'EINVAL', 'is empty'],
    [{ firstGfn: 1, nr: 512, order: 9 }, 'EINVAL', 'no run of order 9'],
    [{ firstGfn: 0, nr: 513, order: 9 }, 'EINVAL', 'no run of order 9'],
    [{ firstGfn: 0, nr: 2 ** 33 }, 'ENOMEM', ''],
    [{ firstGfn: 0, nr: 2 ** 22 + 1, order: 0 }, 'ENOMEM', 'mappings'],
  ] as const)('refuses %o: %s', (extent, name, says) => {
    expect(() => layOut([extent], [])).toThrow(errno(name, says));
  });
});
