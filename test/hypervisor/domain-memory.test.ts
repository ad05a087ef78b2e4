import { describe, expect, it } from 'vitest';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { Host } from '../../src/hypervisor/host.js';
import { changeEntryTypeGlobal } from '../../src/hypervisor/p2m/type-change.js';
import { hostWithRam } from '../support/host.js';

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

  it("refuses a foreign mapping of a frame that somebody has, by the machine's books", () => {
    const { d1 } = hostWithRam(4);

    expect([d1.machine.isAllocated(d1.p2m.query(0).mfn), d1.machine.isAllocated(0)]).toEqual([
      true,
      true,
    ]);
  });
});
