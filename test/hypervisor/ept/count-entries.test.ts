import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { countIoreqEntries } from '../../../src/hypervisor/ept/count-entries.js';
import { mapWithRam } from '../../support/p2m.js';

describe('countIoreqEntries', () => {
  it('counts what Xen should have counted', () => {
    const { p2m } = mapWithRam(18);
    p2m.claim.claim(0, 2);
    for (const gfn of [1, 2, 0x201]) p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);

    expect([countIoreqEntries(p2m.tables), p2m.entryCount]).toEqual([3, 3]);
    p2m.tables.ioreqEntries = 2;
    expect(countIoreqEntries(p2m.tables)).toBe(3);
  });
});
