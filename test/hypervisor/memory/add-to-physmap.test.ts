import { describe, expect, it } from 'vitest';
import { gpa, INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  addToPhysmap,
  checkMapspace,
  MAPSPACE,
} from '../../../src/hypervisor/memory/add-to-physmap.js';
import { mapMmio } from '../../../src/hypervisor/p2m/device-mapping.js';
import { errno, hostWithRam } from '../../support/host.js';

const HOLE = 4;

function setup(spec = {}) {
  const { d1, host, events } = hostWithRam(64, spec);
  const { p2m } = d1;
  const add = (space: keyof typeof MAPSPACE, idx: number, gpfn: number) => {
    addToPhysmap(d1, { space: MAPSPACE[space], idx, gpfn });
  };
  return {
    host,
    d1,
    events,
    p2m,
    add,
    types: (...gfns: number[]) => gfns.map((gfn) => p2m.typeOf(gfn)),
  };
}

describe('addToPhysmap', () => {
  it('moves a page, contents and all', () => {
    const { d1, p2m, add, types } = setup();
    const { mfn } = p2m.query(3);

    add('gmfn', 3, 100);

    expect(types(3, 100)).toEqual([HOLE, P2MT.ram_rw]);
    expect(p2m.query(100).mfn).toBe(mfn);
    expect(p2m.maxMappedGfn).toBe(100);
    expect(d1.memory.shared.gfnOf(mfn)).toBeUndefined();
  });

  it('frees the page that was there', () => {
    const { d1, p2m, add } = setup();
    const { mfn } = p2m.query(4);

    add('gmfn', 3, 4);

    expect([d1.pages, d1.machine.isAllocated(mfn)]).toEqual([63, false]);
  });

  it('puts a page onto itself: it is ram_rw then, and nothing else happens', () => {
    const { d1, p2m, add, types } = setup();
    p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ram_ro);

    add('gmfn', 3, 3);

    expect([types(3), d1.pages, d1.vcpu(0).mapcacheInvalidate]).toEqual([[P2MT.ram_rw], 64, false]);
  });

  it.each(['ram_rw', 'ram_logdirty'] as const)(
    'lets ordinary RAM move in 4.22, too: %s',
    (type) => {
      const { p2m, add, types } = setup({ profile: '4.22' });
      p2m.changeTypeOne(3, P2MT.ram_rw, P2MT[type]);

      add('gmfn', 3, 100);

      expect(types(3, 100)).toEqual([HOLE, P2MT.ram_rw]);
    },
  );

  it.each(['ram_ro', 'ioreq_server'] as const)(
    '4.17 makes ram_rw of %s, 4.22 lets it stay',
    (type) => {
      const retype = ({ p2m }: Pick<ReturnType<typeof setup>, 'p2m'>) => {
        p2m.claim.claim(0, 2);
        p2m.changeTypeOne(3, P2MT.ram_rw, P2MT[type]);
      };
      const old = setup();
      retype(old);
      old.add('gmfn', 3, 100);
      expect([old.types(3, 100), old.p2m.entryCount]).toEqual([[HOLE, P2MT.ram_rw], 0]);

      const recent = setup({ profile: '4.22' });
      retype(recent);
      expect(() => recent.add('gmfn', 3, 100)).toThrow(errno('EACCES', `gfn 0x3 is ${type}`));
      expect(recent.types(3, 100)).toEqual([P2MT[type], HOLE]);
    },
  );

  it.each([
    ['4.17', 'EINVAL'],
    ['4.22', 'EACCES'],
  ])('%s answers %s for a hole, and for what a device model serves', (profile, name) => {
    const { p2m, add } = setup({ profile });
    p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.mmio_dm);

    expect(() => add('gmfn', 200, 100)).toThrow(errno(name));
    expect(() => add('gmfn', 3, 100)).toThrow(errno(name));
  });

  it('takes the place of a page that a device model serves', () => {
    const { d1, p2m, add, types } = setup();
    p2m.changeTypeOne(4, P2MT.ram_rw, P2MT.mmio_dm);

    add('gmfn', 3, 4);

    expect([types(3, 4), d1.pages]).toEqual([[HOLE, P2MT.ram_rw], 64]);
  });

  it('takes the place of a page that has been paged out', () => {
    const { p2m, add, types } = setup();
    p2m.setPage(100, INVALID_MFN, P2MT.ram_paged, P2MA.rwx);

    add('gmfn', 3, 100);

    expect(types(3, 100)).toEqual([HOLE, P2MT.ram_rw]);
  });

  it('moves no frame of another', () => {
    const { p2m, add } = setup();
    p2m.setPage(100, 0x900, P2MT.ram_rw, P2MA.rwx);

    expect(() => add('gmfn', 100, 101)).toThrow(errno('EINVAL', 'gfn 0x64 is no page'));
  });

  it('begins a page of shared info with what is so, and leaves it to the guest from then on', () => {
    const { d1, add } = setup();
    d1.vcpu(0).upcallPending = true;

    add('shared_info', 0, 100);
    expect(d1.ram.read(gpa(0x6_4000), 1)[0]).toBe(1);

    d1.ram.write(gpa(0x6_4000), Uint8Array.of(0));
    add('shared_info', 0, 101);
    expect(d1.ram.read(gpa(0x6_5000), 1)[0]).toBe(0);
  });

  it("takes a frame of Xen's out and in again where it is put onto itself", () => {
    const { d1, add, types } = setup();
    add('shared_info', 0, 100);
    d1.vcpu(0).mapcacheInvalidate = false;

    add('shared_info', 0, 100);

    expect([types(100), d1.vcpu(0).mapcacheInvalidate]).toEqual([[P2MT.ram_rw], true]);
  });

  it("shows a frame of Xen's at one gfn at a time", () => {
    const { d1, add, types } = setup();

    add('shared_info', 0, 100);
    add('grant_table', 1, 101);
    add('shared_info', 0, 102);
    add('gmfn', 102, 103);
    add('shared_info', 0, 5);

    expect(types(100, 101, 102, 103, 5)).toEqual([HOLE, 0, HOLE, HOLE, 0]);
    expect(d1.pages).toBe(63);
  });

  it("unhooks a frame of Xen's that is in the way", () => {
    const { d1, p2m, add } = setup();
    add('shared_info', 0, 100);
    const { mfn } = p2m.query(100);

    add('gmfn', 3, 100);
    expect(d1.machine.isAllocated(mfn)).toBe(true);
    add('shared_info', 0, 101);

    expect(p2m.query(101).mfn).toBe(mfn);
    expect(p2m.typeOf(100)).toBe(P2MT.ram_rw);
  });

  // prettier-ignore
  it.each([
    ['a second shared info', 'shared_info',  1,            100, 'EINVAL', 'no frame 0x1 in space 0'],
    ['a fifth grant frame',  'grant_table',  4,            100, 'EINVAL', 'no frame 0x4'],
    ['a range',              'gmfn_range',   3,            100, 'EINVAL', 'no frame 0x3 in space 3'],
    ['no such space',        'gmfn_foreign', 3,            100, 'EINVAL', 'no frame 0x3 in space 4'],
    ['a far target',         'gmfn',         3,        2 ** 36, 'ENOENT', 'gfn 0x1000000000'],
  ] as const)('refuses %s', (_, space, idx, gpfn, name, says) => {
    const { add } = setup({ maxGrantFrames: 4 });

    expect(() => add(space, idx, gpfn)).toThrow(errno(name, says));
  });

  it("leaves a device's memory alone, and crashes the domain over a grant", () => {
    const { d1, events, p2m, add } = setup();
    mapMmio(p2m, 100, 0x500, 0);
    p2m.setPage(101, 0x900, P2MT.grant_map_rw, 7);

    expect(() => add('gmfn', 3, 100)).toThrow(errno('EPERM', "gfn 0x64 is a device's"));
    expect(d1.shutdown.reason).toBeUndefined();
    expect(() => add('gmfn', 3, 101)).toThrow(errno('EPERM', 'gfn 0x65 is grant_map_rw'));
    expect(d1.shutdown.reason).toBe(3);
    expect(events).toContainEqual(
      expect.objectContaining({ why: 'gfn 0x65 is grant_map_rw and may not be replaced' }),
    );
  });
});

describe('checkMapspace', () => {
  it('refuses device memory, and PV domains', () => {
    const { host, d1 } = setup();
    const pv = host.createDomain({ type: 'pv' });

    expect(() => checkMapspace(d1, MAPSPACE.dev_mmio)).toThrow(errno('EACCES', 'for dom0'));
    expect(() => checkMapspace(pv, MAPSPACE.gmfn)).toThrow(errno('EACCES', 'is PV'));
    expect(() => checkMapspace(d1, 99)).not.toThrow();
  });
});
