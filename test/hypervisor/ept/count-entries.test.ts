import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { countIoreqEntries } from '../../../src/hypervisor/ept/count-entries.js';
import { mapWithRam } from '../../support/p2m.js';

describe('countIoreqEntries', () => {
  it('counts what Xen should have counted', () => {
    const { p2m } = mapWithRam(18);
    p2m.claim.claim(0, 2);
    for (const gfn of [1, 2, 0x201, 0x3_ffff])
      p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);

    expect([countIoreqEntries(p2m.tables), p2m.entryCount]).toEqual([4, 4]);
    p2m.tables.ioreqEntries = 2;
    expect(countIoreqEntries(p2m.tables)).toBe(4);
  });

  it('counts pages that nobody may access, as Xen does', () => {
    const { p2m } = mapWithRam(9);
    p2m.defaultAccess = P2MA.n;

    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ioreq_server);

    expect([countIoreqEntries(p2m.tables), p2m.entryCount]).toEqual([1, 1]);
  });
});
