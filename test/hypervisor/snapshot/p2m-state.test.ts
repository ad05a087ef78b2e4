import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { enableLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { MEMORY, restoreMemory, saveMemory } from '../../../src/hypervisor/snapshot/p2m-state.js';
import { hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

describe('memory in a snapshot', () => {
  it('is all that the tables do not say', () => {
    const { d1 } = hostWithRam(8);
    const { p2m } = d1;
    p2m.claim.claim(0, 2);
    p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ioreq_server);
    enableLogDirty(p2m, false);
    p2m.logDirty.mark(5);
    p2m.logDirty.ranges.add(1, 2);
    p2m.logDirty.vram = { first: 1, nr: 2 };
    d1.maxPages = 100;
    p2m.pod.fill(2);
    p2m.memoryTypes.pinned.set(4, 5, 0, 48, () => undefined);
    p2m.memoryTypes.guestMtrr.setDefaultType(0xc00);
    p2m.memoryTypes.mmioReadonly.add(0xf_e000, 0xf_e00f);
    d1.memory.shared.put(d1.memory.shared.grantFrame(1), 6);
    const saved = saveMemory(d1.memory);
    const other = hostWithRam(8).d1.memory;

    restoreMemory(other, again(MEMORY, saved));

    expect(saveMemory(other)).toEqual(saved);
    expect(other.p2m.claim).toMatchObject({ owner: 0, flags: 2 });
    const { logDirty, memoryTypes } = other.p2m;
    expect([...logDirty.ranges]).toEqual([[1, 2]]);
    expect([...memoryTypes.mmioReadonly]).toEqual([[0xf_e000, 0xf_e00f]]);
    expect([3, 4].map((gfn) => memoryTypes.pinned.typeOf(gfn, 0))).toEqual([-1, 0]);
    expect([other.p2m.logDirty.bitmap.has(5), other.p2m.logDirty.bitmap.count]).toEqual([true, 1]);
  });

  it('counts tables that nobody bounds, and some that somebody does', () => {
    const { d1 } = hostWithRam(1);
    expect(saveMemory(d1.memory).pool.available).toBeUndefined();
    d1.p2m.tables.pool.available = 3;

    const other = hostWithRam(1).d1.memory;
    restoreMemory(other, again(MEMORY, saveMemory(d1.memory)));

    expect(other.p2m.tables.pool.available).toBe(3);
  });

  it('says what memory types the host has', () => {
    const { d1 } = hostWithRam(1);
    d1.p2m.memoryTypes.hostMtrr.setDefaultType(0x800);
    const saved = saveMemory(d1.memory);
    const other = hostWithRam(1).d1.memory;

    restoreMemory(other, again(MEMORY, saved));

    expect(saveMemory(other)).toEqual(saved);
  });
});
