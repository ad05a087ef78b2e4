import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { resolveConfig } from '../../../src/hypervisor/domain-spec.js';
import {
  checkFrames,
  checkMapping,
  mapIomem,
  permitIomem,
} from '../../../src/hypervisor/hvm/iomem.js';
import { PROFILE_NAMES, type ProfileName } from '../../../src/hypervisor/profile-knobs.js';
import { entryAt } from '../../support/ept.js';
import { errno, hostWithRam } from '../../support/host.js';
import { typeAt } from '../../support/p2m.js';

const MAX = 2n ** 64n - 1n;
/** A GPU's aperture: 4 MiB of it. */
const APERTURE = { first: 0xd_0000n, nr: 0x400n };

function setup(profile: ProfileName = '4.17') {
  const { host, d1, dom0, events } = hostWithRam(4, { profile });
  const permit = (first: bigint, nr: bigint, allow = true, caller = dom0) => {
    permitIomem(d1, caller, { first, nr }, allow);
  };
  const map = (gfn: bigint, first: bigint, nr: bigint, add = true, caller = dom0) =>
    mapIomem(d1, caller, gfn, { first, nr }, add);
  return { host, d1, dom0, events, permit, map };
}

describe('checkFrames', () => {
  it.each([
    [2n, MAX],
    [MAX, 2n],
    [5n, 0n],
  ])('answers EINVAL for frames from %i on, %i of them', (first, nr) => {
    expect(() => {
      checkFrames({ first, nr });
    }).toThrow(errno('EINVAL', 'wrap'));
  });

  it.each([
    [0n, 0n],
    [0n, MAX],
    [MAX, 1n],
  ])('lets pass frames from %i on, %i of them', (first, nr) => {
    checkFrames({ first, nr });
  });
});

describe('checkMapping', () => {
  // prettier-ignore
  it.each([
    ['frames that wrap',    0n,  2n,          MAX, 'wrap'],
    ['frames beyond 2^40',  0n,  2n ** 40n,   1n,  'no frame 0x10000000000'],
    ['a last one beyond',   0n,  2n ** 40n - 1n, 2n, 'no frame'],
    ['none at all',         0n,  0n,          0n,  'no frame'],
    ['gfns that wrap',      MAX, 0n,          2n,  'gfns from'],
  ])('answers EINVAL for %s', (_, gfn, first, nr, says) => {
    expect(() => {
      checkMapping(gfn, { first, nr });
    }).toThrow(errno('EINVAL', says));
  });

  it('lets pass what is within the machine', () => {
    checkMapping(MAX, { first: 2n ** 40n - 1n, nr: 1n });
  });
});

describe('permitIomem', () => {
  it('gives and takes back frames', () => {
    const { d1, permit } = setup();
    permit(0x100n, 0x10n);
    permit(0x104n, 4n, false);

    expect([...d1.iomem]).toEqual([
      [0x100, 0x103],
      [0x108, 0x10f],
    ]);
  });

  it.each([
    [
      '4.17',
      [0xf_ec00n, 0xf_ee00n, 0xf_eeffn, 2n ** 40n],
      [0xf_ebffn, 0xf_ec01n, 0xf_edffn, 0xf_ef00n],
    ],
    ['4.22', [0xf_ec00n, 0xf_ee00n, 2n ** 40n], [0xf_ee01n, 0xf_eeffn, 2n ** 40n - 1n]],
  ] as const)(
    '%s answers EPERM for frames that dom0 itself may not have',
    (profile, not, others) => {
      const { permit } = setup(profile);
      const verdict = (first: bigint) => () => {
        permit(first, 1n);
      };

      for (const first of not) expect(verdict(first)).toThrow(errno('EPERM', 'domain 0 may not'));
      for (const first of others) expect(verdict(first)).not.toThrow();
      expect(() => {
        permit(0n, 0n);
      }).toThrow(errno('EPERM'));
    },
  );

  it('has guest memory types take effect while there are any', () => {
    const { d1, permit } = setup();
    permit(0x100n, 1n);
    expect(d1.p2m.memoryTypes.cacheFlushPermitted).toBe(true);

    permit(0n, 0x1000n, false);
    expect(d1.p2m.memoryTypes.cacheFlushPermitted).toBe(false);
  });

  it.each([
    ['4.8', [0, 0, 0]],
    ['4.9', [0, 0, 0]],
    ['4.17', [1, 1, 1]],
    ['4.22', [1, 1, 1]],
  ] as const)(
    '%s computes memory types anew %j times: at the first grant, the next, the end',
    (profile, flushes) => {
      const { d1, permit } = setup(profile);
      const times: number[] = [];
      permit(0x100n, 1n);
      times.push(d1.p2m.tables.flushes);
      permit(0x200n, 1n);
      times.push(d1.p2m.tables.flushes);
      permit(0n, 0x1000n, false);
      times.push(d1.p2m.tables.flushes);

      expect(times).toEqual(flushes);
    },
  );

  it('computes nothing anew before there is a vcpu, nor for frames that are taken from one that has none', () => {
    const { host, dom0, d1, permit } = setup();
    const bare = host.addDomain(7, { ...resolveConfig({}, '4.17'), vcpus: 0 });
    bare.p2m.setPage(0, 0xd_0000, P2MT.mmio_direct, bare.p2m.defaultAccess);
    permitIomem(bare, dom0, APERTURE, true);
    permit(0x100n, 1n, false);

    expect([bare, d1].map(({ p2m }) => p2m.tables.flushes)).toEqual([0, 0]);
  });

  it('is noted of a PV domain as well', () => {
    const { host, dom0 } = setup();
    const pv = host.createDomain({ type: 'pv' });

    permitIomem(pv, dom0, APERTURE, true);

    expect(pv.iomem.contains(0xd_0000, 0xd_03ff)).toBe(true);
  });
});

describe('mapIomem', () => {
  it('maps frames of a device, uncached, and takes them away', () => {
    const { d1, permit, map } = setup();
    permit(0xf_d000n, 2n);

    expect(map(0xc_0000n, 0xf_d000n, 2n)).toBe(2);
    expect(entryAt(d1.p2m.tables, 0xc_0001)).toBe('9c500000fd001307');

    expect(map(0xc_0000n, 0xf_d000n, 2n, false)).toBe(2);
    expect(typeAt(d1.p2m, 0xc_0001)).toBe('mmio_dm');
  });

  it.each([
    ['4.8', 64, 0],
    ['4.9', 64, 0],
    ['4.17', 0x400, 9],
    ['4.22', 0x400, 9],
  ] as const)('%s does %i of 1,024 frames, by order %i', (profile, done, order) => {
    const { d1, permit, map } = setup(profile);
    permit(APERTURE.first, APERTURE.nr);

    expect(map(0xc_0000n, APERTURE.first, APERTURE.nr)).toBe(done);
    expect(d1.p2m.query(0xc_0000)).toMatchObject({ mfn: 0xd_0000, order });
  });

  it.each([
    ['gfns', 0xc_0001n, 0xd_0000n],
    ['frames', 0xc_0000n, 0xd_0001n],
  ])('does 64 at a time where the %s are not aligned', (_, gfn, first) => {
    const { permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);

    expect(map(gfn, first, 0x3f0n)).toBe(64);
  });

  it('maps pages where the CPU has no larger ones, and where something small is in the way', () => {
    const small = hostWithRam(4, {}, { ept: { superpages2m: false } as never });
    permitIomem(small.d1, small.dom0, APERTURE, true);
    expect(mapIomem(small.d1, small.dom0, 0xc_0000n, APERTURE, true)).toBe(64);

    const { d1, permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);
    expect(map(0n, APERTURE.first, 0x200n)).toBe(64);
    expect(typeAt(d1.p2m, 3)).toBe('mmio_direct');
  });

  it('maps no more than it is told to behind a superpage', () => {
    const { d1, permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);

    expect(map(0xc_0000n, APERTURE.first, 0x210n)).toBe(0x210);
    expect([0xc_020f, 0xc_0210].map((gfn) => typeAt(d1.p2m, gfn))).toEqual([
      'mmio_direct',
      'mmio_dm',
    ]);
  });

  it('takes a part of a superpage away', () => {
    const { d1, permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);
    map(0xc_0000n, APERTURE.first, 0x200n);

    expect(map(0xc_0010n, 0xd_0010n, 1n, false)).toBe(1);
    expect([0xc_000f, 0xc_0010].map((gfn) => typeAt(d1.p2m, gfn))).toEqual([
      'mmio_direct',
      'mmio_dm',
    ]);
  });

  it('answers EPERM, and crashes the domain, where another device is mapped', () => {
    const { permit, map, events } = setup();
    permit(APERTURE.first, APERTURE.nr);
    map(0xc_0000n, 0xd_0000n, 1n);

    expect(() => map(0xc_0000n, 0xd_0001n, 1n)).toThrow(errno('EPERM', 'is mapped'));
    expect(events.at(-1)).toMatchObject({ type: 'crash', domid: 1 });
  });

  it('ends where a later one fails, and says how many were done', () => {
    const { d1, permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);
    map(0xc_0002n, 0xd_0100n, 1n);

    expect(map(0xc_0000n, 0xd_0000n, 4n)).toBe(2);
    expect(typeAt(d1.p2m, 0xc_0003)).toBe('mmio_dm');
  });

  it('answers EINVAL where nothing of the sort is to be taken away, and for gfns that no table has', () => {
    const { permit, map } = setup();
    permit(APERTURE.first, APERTURE.nr);

    expect(() => map(0xc_0000n, 0xd_0000n, 1n, false)).toThrow(errno('EINVAL', "no device's"));
    expect(() => map(2n ** 36n, 0xd_0000n, 1n)).toThrow(errno('EINVAL', 'there is no gfn'));
    expect(map(2n ** 36n - 1n, 0xd_0000n, 2n)).toBe(1);
    expect(() => map(0n, 0n, 0n)).toThrow(errno('EINVAL'));
  });

  it.each(PROFILE_NAMES)(
    '%s answers EPERM for frames that the domain or the caller may not have',
    (profile) => {
      const { host, d1, permit, map } = setup(profile);
      const { domid } = host.createDomain({ memory: [], specialPages: false, target: 1 });
      const stub = host.caller(domid);
      expect(() => map(0xc_0000n, 0xd_0000n, 1n)).toThrow(errno('EPERM', 'domain 1 may not'));

      permit(0xd_0000n, 1n);
      expect(() => map(0xc_0000n, 0xd_0000n, 1n, true, stub)).toThrow(
        errno('EPERM', `domain ${domid} may not`),
      );
      permitIomem(stub.domain!, host.caller(0), { first: 0xd_0000n, nr: 1n }, true);
      expect(map(0xc_0000n, 0xd_0000n, 1n, true, stub)).toBe(1);
      expect(typeAt(d1.p2m, 0xc_0000)).toBe('mmio_direct');
    },
  );

  it.each([
    ['4.8', 'EPERM'],
    ['4.17', 'EPERM'],
    ['4.22', 1],
  ] as const)(
    '%s takes frames away of one that may not have them any more: %s',
    (profile, verdict) => {
      const { permit, map } = setup(profile);
      permit(0xd_0000n, 1n);
      map(0xc_0000n, 0xd_0000n, 1n);
      permit(0xd_0000n, 1n, false);

      const unmap = () => map(0xc_0000n, 0xd_0000n, 1n, false);
      if (verdict === 'EPERM') expect(unmap).toThrow(errno(verdict));
      else expect(unmap()).toBe(verdict);
    },
  );

  it.each([
    ['4.8', 'EPERM'],
    ['4.17', 7],
  ] as const)('%s does nothing to a PV domain, be it allowed or not: %s', (profile, verdict) => {
    const { host, dom0 } = setup();
    const pv = host.createDomain({ type: 'pv', profile });
    const map = () => mapIomem(pv, dom0, 0n, { first: 0xd_0000n, nr: 7n }, true);
    if (verdict === 'EPERM') expect(map).toThrow(errno(verdict));
    else expect(map()).toBe(verdict);

    permitIomem(pv, dom0, APERTURE, true);
    expect(map()).toBe(7);
  });
});
