import { describe, expect, it } from 'vitest';
import type { MemoryExtent } from '../../../src/hypervisor/domain-spec.js';
import { Host } from '../../../src/hypervisor/host.js';
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

    const { p2m } = host.createDomain({
      memory: [{ firstGfn: 0, nr: 0x600, order: 0 }],
      specialPages: false,
    });

    expect([0, 0x3ff, 0x400, 0x5ff].map((gfn) => p2m.query(gfn).mfn)).toEqual([
      0x1400, 0x17ff, 0x1000, 0x11ff,
    ]);
  });

  it.each([
    [{ firstGfn: 0, nr: 0 }, 'EINVAL'],
    [{ firstGfn: 1, nr: 512, order: 9 }, 'EINVAL'],
    [{ firstGfn: 0, nr: 513, order: 9 }, 'EINVAL'],
    [{ firstGfn: 0, nr: 2 ** 33 }, 'ENOMEM'],
    [{ firstGfn: 0, nr: 2 ** 22 + 1, order: 0 }, 'ENOMEM'],
  ] as const)('refuses %o: %s', (extent, name) => {
    expect(() => layOut([extent], [])).toThrow(errno(name));
  });
});
