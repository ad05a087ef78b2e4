import { describe, expect, it } from 'vitest';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { pathTo } from '../../src/hypervisor/ept/ept-path.js';
import { Host } from '../../src/hypervisor/host.js';
import { changeEntryTypeGlobal } from '../../src/hypervisor/p2m/type-change.js';
import { errno, hostWithRam } from '../support/host.js';

describe('DomainMemory', () => {
  it("knows which frames are the domain's, and gives them back one by one", () => {
    const { d1 } = hostWithRam(4);
    const { mfn } = d1.p2m.query(2);
    expect([d1.pages, d1.memory.owns(mfn)]).toEqual([4, true]);

    d1.memory.free(mfn, 1);

    expect([d1.pages, d1.memory.owns(mfn), d1.machine.isAllocated(mfn)]).toEqual([3, false, false]);
  });

  it('takes the frames for populating on demand from the machine, as long as there are any', () => {
    const host = new Host({ machineFrames: [[0, 0x1fff]], firstFreeFrame: 0x1000 });
    const d1 = host.createDomain({
      memory: [{ firstGfn: 0, nr: 1, order: 0 }],
      specialPages: false,
    });

    d1.p2m.pod.fill(2);
    expect(d1.pages).toBe(3);
    expect(() => {
      d1.p2m.pod.fill(0x2000);
    }).toThrow('no machine frames for the cache');
  });

  it('makes every vcpu expect a stale entry when a mark has been resolved', () => {
    const { d1 } = hostWithRam(4, { vcpus: 2 });
    changeEntryTypeGlobal(d1.p2m, P2MT.ram_rw, P2MT.ram_logdirty);

    d1.p2m.setPage(1, d1.p2m.query(1).mfn, P2MT.ram_ro, 7);

    expect(d1.vcpus.map(({ spuriousMisconfig }) => spuriousMisconfig)).toEqual([true, true]);
  });

  it.each([
    ['4.8', 0b001],
    ['4.17', 0b011],
  ] as const)(
    'on %s gives an ioreq_server page that nobody owns permissions %i',
    (profile, permissions) => {
      const { d1 } = hostWithRam(4, { profile });
      d1.p2m.setPage(1, d1.p2m.query(1).mfn, P2MT.ioreq_server, 7);

      expect((pathTo(d1.p2m.tables, 1).at(-1)?.lo ?? 0) & 0b111).toBe(permissions);
    },
  );

  it('lets a frame that somebody else has be mapped as foreign, and only such a one', () => {
    const { host, d1 } = hostWithRam(4);
    const d2 = host.createDomain({ memory: [{ firstGfn: 0, nr: 1 }], specialPages: false });
    const { mfn } = d2.p2m.query(0);

    d1.p2m.setPage(8, mfn, P2MT.map_foreign, 7);

    expect(d1.p2m.query(8)).toMatchObject({ mfn, type: P2MT.map_foreign });
    expect(() => {
      d1.p2m.setPage(9, mfn + 1, P2MT.map_foreign, 7);
    }).toThrow(errno('EBUSY'));
  });
});
