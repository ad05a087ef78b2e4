import { describe, expect, it } from 'vitest';
import { finishBatches } from '../../../src/cli/replay-ept/finish-batches.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { mapWithRam } from '../../support/p2m.js';

const WRITE = 0b10;

/** 4 MiB of RAM with two ioreq_server pages whose owner is gone. */
function setup() {
  const { p2m } = mapWithRam(10);
  p2m.claim.claim(0, WRITE);
  for (const gfn of [5, 0x205]) p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);
  p2m.claim.disclaim(0);
  changeEntryTypeGlobal(p2m, P2MT.ioreq_server, P2MT.ram_rw);
  return p2m;
}

describe('finishBatches', () => {
  it('sweeps to the last gfn, and tells how many batches left how many entries', () => {
    expect(finishBatches(setup(), 0, 256, false)).toEqual({
      rc: 0,
      batches: 4,
      next: 1024,
      ec_runs: [
        [1, 2],
        [0, 2],
      ],
    });
  });

  it('stops as soon as no entry is left, if asked to', () => {
    expect(finishBatches(setup(), 0, 256, true)).toEqual({
      rc: 0,
      batches: 3,
      next: 768,
      ec_runs: [
        [1, 2],
        [0, 1],
      ],
    });
  });

  it('ends at what it cannot split', () => {
    const p2m = setup();
    p2m.logDirty.ranges.add(0x300, 0x300);
    p2m.tables.pool.available = 0;
    p2m.set(0x400, 0x10_0400, 9, P2MT.ram_rw, p2m.defaultAccess);
    p2m.logDirty.ranges.add(0x405, 0x405);
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_rw);

    expect(finishBatches(p2m, 0x200, 512, false)).toMatchObject({
      rc: -12,
      batches: 2,
      next: 0x400,
    });
  });
});
