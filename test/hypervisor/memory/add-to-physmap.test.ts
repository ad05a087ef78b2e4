import { describe, expect, it } from 'vitest';
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
  const { d1, host } = hostWithRam(64, spec);
  const { p2m } = d1;
  const add = (space: keyof typeof MAPSPACE, idx: number, gpfn: number) => {
    addToPhysmap(d1, { space: MAPSPACE[space], idx, gpfn });
  };
  return { host, d1, p2m, add, types: (...gfns: number[]) => gfns.map((gfn) => p2m.typeOf(gfn)) };
}

describe('addToPhysmap', () => {
  it('moves a page, contents and all', () => {
    const { p2m, add, types } = setup();
    const { mfn } = p2m.query(3);

    add('gmfn', 3, 100);

    expect(types(3, 100)).toEqual([HOLE, P2MT.ram_rw]);
    expect(p2m.query(100).mfn).toBe(mfn);
    expect(p2m.maxMappedGfn).toBe(100);
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

    expect([types(3), d1.pages]).toEqual([[P2MT.ram_rw], 64]);
  });

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
      expect(() => recent.add('gmfn', 3, 100)).toThrow(errno('EACCES'));
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
  });

  // prettier-ignore
  it.each([
    ['a second shared info', 'shared_info',  1,            100, 'EINVAL'],
    ['a fifth grant frame',  'grant_table',  4,            100, 'EINVAL'],
    ['a range',              'gmfn_range',   3,            100, 'EINVAL'],
    ['no such space',        'gmfn_foreign', 3,            100, 'EINVAL'],
    ['a far target',         'gmfn',         3,        2 ** 36, 'ENOENT'],
  ] as const)('refuses %s', (_, space, idx, gpfn, name) => {
    const { add } = setup({ maxGrantFrames: 4 });

    expect(() => add(space, idx, gpfn)).toThrow(errno(name));
  });

  it("leaves a device's memory alone, and crashes the domain over a grant", () => {
    const { d1, p2m, add } = setup();
    mapMmio(p2m, 100, 0x500, 0);
    p2m.setPage(101, 0x900, P2MT.grant_map_rw, 7);

    expect(() => add('gmfn', 3, 100)).toThrow(errno('EPERM'));
    expect(d1.shutdown.reason).toBeUndefined();
    expect(() => add('gmfn', 3, 101)).toThrow(errno('EPERM'));
    expect(d1.shutdown.reason).toBe(3);
  });
});

describe('checkMapspace', () => {
  it('refuses device memory, and PV domains', () => {
    const { host, d1 } = setup();
    const pv = host.createDomain({ type: 'pv' });

    expect(() => checkMapspace(d1, MAPSPACE.dev_mmio)).toThrow(errno('EACCES'));
    expect(() => checkMapspace(pv, MAPSPACE.gmfn)).toThrow(errno('EACCES'));
    expect(() => checkMapspace(d1, 99)).not.toThrow();
  });
});
