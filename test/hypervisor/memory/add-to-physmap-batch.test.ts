import { describe, expect, it } from 'vitest';
import { MAPSPACE } from '../../../src/hypervisor/memory/add-to-physmap.js';
import {
  addToPhysmapBatch,
  type AddToPhysmapBatch,
} from '../../../src/hypervisor/memory/add-to-physmap-batch.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const [EPERM, ESRCH, EINVAL] = [-1, -3, -22];
const GMFN = { space: MAPSPACE.gmfn, foreign: 0, errs: [] };
const FOREIGN = { ...GMFN, space: MAPSPACE.gmfn_foreign, idxs: [1], gpfns: [100] };

function setup(profile = '4.17') {
  const { host, d1 } = hostWithRam(64, { profile });
  const add = (batch: AddToPhysmapBatch, mustGiveWay?: () => boolean) =>
    runTask(addToPhysmapBatch(host, d1, 0, batch), mustGiveWay);
  return { host, d1, add };
}

describe('addToPhysmapBatch', () => {
  it('says of each what has become of it', () => {
    const { add, d1 } = setup();

    expect(add({ ...GMFN, idxs: [2, 200, 3], gpfns: [100, 101, 102] })).toEqual([0, EINVAL, 0]);
    expect([100, 101, 102].map((gfn) => d1.p2m.typeOf(gfn))).toEqual([0, 4, 0]);
  });

  it('gives way after each, and goes on', () => {
    const { add } = setup();
    const batch = { ...GMFN, idxs: [2, 3], gpfns: [100, 101] };

    expect(add(batch, () => true)).toEqual(new Restart({ errs: [0] }));
    expect(add({ ...batch, errs: [0] }, () => true)).toEqual([0, 0]);
  });

  it('does nothing about nothing', () => {
    expect(setup().add({ ...GMFN, idxs: [], gpfns: [5] })).toEqual([]);
  });

  it('ends at a gfn that is none, or missing', () => {
    const { add } = setup();

    expect(() => add({ ...GMFN, idxs: [2], gpfns: [2 ** 64] })).toThrow(errno('EINVAL', 'gfn 0'));
    expect(() => add({ ...GMFN, idxs: [2, 3], gpfns: [100] })).toThrow(errno('EFAULT', 'no gfn 1'));
  });

  it.each([
    ['its target', 3, '4.8', EINVAL],
    ['its target', 3, '4.9', EPERM],
    ['nobody', 9, '4.17', EPERM],
    ['DOMID_SELF', 0x7ff0, '4.17', EPERM],
    ['its target', 3, '4.17', EPERM],
    ['dom0, which calls', 0, '4.22', EPERM],
    ['itself', 1, '4.22', EINVAL],
    ['nobody', 9, '4.22', ESRCH],
    ['DOMID_SELF', 0x7ff0, '4.22', ESRCH],
    ['a domain that it does not serve', 2, '4.22', EPERM],
    ['its target', 3, '4.22', EINVAL],
  ])('maps no page of %s (%d, %s): %d', (_, foreign, profile, rc) => {
    const { host, d1, add } = setup(profile);
    for (const domid of [2, 3]) host.createDomain({ domid, memory: [], specialPages: false });
    d1.target = 3;

    expect(add({ ...FOREIGN, foreign })).toEqual([rc]);
  });

  it('maps no page of a caller that it serves', () => {
    const { d1, add } = setup('4.22');
    d1.target = 0;

    expect(add(FOREIGN)).toEqual([EPERM]);
  });

  it('lets pass what is no refusal', () => {
    const { add, d1 } = setup();
    d1.memory.shared.put = () => {
      throw new TypeError('a mistake of ours');
    };

    const one = { ...GMFN, space: MAPSPACE.shared_info, idxs: [0], gpfns: [100] };
    expect(() => add(one)).toThrow(TypeError);
  });
});
