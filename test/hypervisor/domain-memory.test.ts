import { describe, expect, it } from 'vitest';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { pathTo } from '../../src/hypervisor/ept/ept-path.js';
import { DEFAULT_SETTINGS } from '../../src/hypervisor/host-settings.js';
import { Host } from '../../src/hypervisor/host.js';
import { JOURNAL_KINDS } from '../../src/hypervisor/journal/journal-kinds.js';
import { Journal } from '../../src/hypervisor/journal/journal.js';
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

  it('takes frames back by runs, and gives all of them up at once', () => {
    const { d1 } = hostWithRam(4);
    const { memory, machine } = d1;
    const first = memory.allocate(8, 3);

    memory.free(first + 2, 2);
    const owned = [0, 1, 2, 3, 4, 7].map((at) => memory.owns(first + at));
    const others = machine.allocate(1, 0);
    memory.giveUp();

    expect(owned).toEqual([true, true, false, false, true, true]);
    expect([d1.pages, machine.isAllocated(first), machine.isAllocated(others)]).toEqual([
      0,
      false,
      true,
    ]);
  });

  it('takes a frame only where the domain may have more, lives, and one is below the limit', () => {
    const { d1 } = hostWithRam(4);
    const { memory, machine } = d1;
    const next = machine.findRun(1, 0)!;
    d1.maxPages = 6;

    expect(memory.tryAllocate(0, next)).toBeUndefined();
    expect(memory.tryAllocate(0, next + 1)).toBe(next);
    expect(memory.tryAllocate(1)).toBeUndefined();
    expect(memory.tryAllocate(0)).toBeDefined();
    expect(memory.tryAllocate(0)).toBeUndefined();
    d1.maxPages = 7;
    d1.dying = true;
    expect(memory.tryAllocate(0)).toBeUndefined();
  });

  it('takes extents in a row, as many as the domain may have, lives, and are below the limit', () => {
    const { d1 } = hostWithRam(4);
    const { memory, machine } = d1;
    const { first } = machine.lowestRun(0);
    d1.maxPages = 18;

    const got = [
      memory.tryAllocateExtents(0, 99, first - 5),
      memory.tryAllocateExtents(0, 99, first + 2),
    ];
    got.push(memory.tryAllocateExtents(1, 3, Infinity), memory.tryAllocateExtents(1, 99, Infinity));
    got.push(memory.tryAllocateExtents(1, 99, Infinity));

    expect([got, d1.pages]).toEqual([[0, 2, 3, 3, 0], 18]);
    expect([first + 13, first + 14].map((mfn) => memory.owns(mfn))).toEqual([true, false]);
    d1.maxPages = 99;
    d1.dying = true;
    expect(memory.tryAllocateExtents(0, 1, Infinity)).toBe(0);
  });

  it.each([
    [true, true, 18],
    [true, false, 9],
    [false, true, 0],
  ])('with HAP %s and 1 GiB superpages %s maps a GiB by order %i', (hap, superpages1g, order) => {
    const memory = [{ firstGfn: 0, nr: 2 ** 18 }];
    const ept = { ...DEFAULT_SETTINGS.ept, superpages1g };
    const { d1 } = hostWithRam(0, { profile: '4.22', hap, memory }, { ept });

    expect(d1.p2m.query(0).order).toBe(order);
  });

  it('comes back as it was', () => {
    const { d1 } = hostWithRam(4);
    d1.memory.free(d1.p2m.query(1).mfn, 1);
    const other = hostWithRam(1).d1.memory;

    other.restore(d1.memory.save());

    expect(other.save()).toEqual(d1.memory.save());
    expect([0, 1, 2].map((gfn) => other.owns(d1.p2m.query(gfn).mfn))).toEqual([true, false, true]);
  });

  it('keeps every frame where others can map it, if the domain says so', () => {
    const kept: number[] = [];
    const pageStorage = () => ({
      allocate(mfn: number) {
        kept.push(mfn);
        return new Uint8Array(4096);
      },
      release: () => undefined,
      close: () => undefined,
    });
    const { d1 } = hostWithRam(2, { sharedMemory: true }, { pageStorage });
    const frames = [0, 1].map((gfn) => d1.p2m.query(gfn).mfn);

    for (const mfn of frames) d1.machine.writablePage(mfn);

    expect(kept).toEqual(frames);
  });

  it('tells nobody of claims where there is no journal', () => {
    const { d1 } = hostWithRam(4);

    d1.p2m.claim.claim(3, 0b10);

    expect(d1.p2m.claim.owner).toBe(3);
  });

  it('tells its journal of types and of claims', () => {
    const { host, d1 } = hostWithRam(4);
    const journal = new Journal(host.clock);
    host.journal = journal;

    d1.p2m.changeTypeOne(1, P2MT.ram_rw, P2MT.ram_ro);
    d1.p2m.claim.claim(3, 0b10);
    d1.p2m.claim.disclaim(3);

    const told = Array.from({ length: journal.nextSeq - 1 }, (_, at) => journal.at(at + 1)!);
    expect(told.map(({ kind }) => JOURNAL_KINDS[kind])).toEqual([
      'p2m_type',
      'ioreq_claim',
      'ioreq_claim',
    ]);
    expect(told.slice(1).map(({ numbers }) => [...numbers].slice(0, 2))).toEqual([
      [3, 0b10],
      [-1, 0],
    ]);
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
