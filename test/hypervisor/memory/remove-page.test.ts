import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { addToPhysmap, MAPSPACE } from '../../../src/hypervisor/memory/add-to-physmap.js';
import { freePage, removeFromPhysmap } from '../../../src/hypervisor/memory/remove-page.js';
import { mapMmio } from '../../../src/hypervisor/p2m/device-mapping.js';
import { errno, hostWithRam } from '../../support/host.js';

const MMIO_DM = 4;

function setup(profile = '4.17') {
  const { d1 } = hostWithRam(16, { vcpus: 2, profile });
  return { d1, p2m: d1.p2m, flags: () => d1.vcpus.map((vcpu) => vcpu.mapcacheInvalidate) };
}

describe('freePage', () => {
  it('leaves a hole and gives the frame back', () => {
    const { d1, p2m } = setup();
    const { mfn } = p2m.query(3);

    freePage(d1, 3);

    expect([p2m.typeOf(3), d1.pages, d1.machine.isAllocated(mfn)]).toEqual([MMIO_DM, 15, false]);
  });

  it("unhooks a frame of Xen's, which stays Xen's", () => {
    const { d1, p2m } = setup();
    addToPhysmap(d1, { space: MAPSPACE.shared_info, idx: 0, gpfn: 20 });
    const { mfn } = p2m.query(20);

    freePage(d1, 20);

    expect([p2m.typeOf(20), d1.machine.isAllocated(mfn)]).toEqual([MMIO_DM, true]);
  });

  it('refuses holes, device memory, paged-out memory and frames of others', () => {
    const { d1, p2m } = setup();
    mapMmio(p2m, 21, 0x500, 0);
    p2m.setPage(22, 2 ** 40 - 1, P2MT.ram_paged, 7);
    p2m.setPage(23, 0x900, P2MT.ram_rw, 7);

    for (const [gfn, name, says] of [
      [20, 'ENOENT', 'gfn 0x14 is a hole'],
      [21, 'EPERM', "gfn 0x15 is a device's"],
      [22, 'EINVAL', 'gfn 0x16 has no frame'],
      [23, 'ENXIO', 'gfn 0x17'],
    ] as const)
      expect(() => freePage(d1, gfn)).toThrow(errno(name, says));
  });
});

describe('removeFromPhysmap', () => {
  it.each([P2MT.ram_rw, P2MT.ram_ro])(
    'leaves a hole of type %d, and the frame to the domain',
    (type) => {
      const { d1, p2m } = setup();
      p2m.changeTypeOne(3, P2MT.ram_rw, type);

      removeFromPhysmap(d1, 3);

      expect([p2m.typeOf(3), d1.pages]).toEqual([MMIO_DM, 16]);
      expect(() => removeFromPhysmap(d1, 3)).toThrow(errno('ENOENT', 'gfn 0x3'));
    },
  );

  it('refuses memory that has been paged out', () => {
    const { d1, p2m } = setup();
    p2m.setPage(22, 2 ** 40 - 1, P2MT.ram_paged, 7);

    expect(() => removeFromPhysmap(d1, 22)).toThrow(errno('ENOENT'));
  });

  it('refuses what a device model serves, though a frame is behind it', () => {
    const { d1, p2m } = setup();
    p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.mmio_dm);

    expect(() => removeFromPhysmap(d1, 3)).toThrow(errno('ENOENT'));
  });

  it.each([
    ['4.17', [true, true]],
    ['4.9', [false, false]],
  ])('%s: has every vcpu tell device models: %j', (profile, told) => {
    const { d1, flags } = setup(profile);

    removeFromPhysmap(d1, 3);

    expect(flags()).toEqual(told);
  });

  it('has the vcpu alone tell them that does it itself', () => {
    const { d1, flags } = setup();
    d1.calling = d1.vcpus[1];

    removeFromPhysmap(d1, 3);

    expect(flags()).toEqual([false, true]);
  });

  it('tells nobody before the domain has run', () => {
    const { d1, flags } = setup();
    d1.creationFinished = false;

    removeFromPhysmap(d1, 3);

    expect(flags()).toEqual([false, false]);
  });
});
