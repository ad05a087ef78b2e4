import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import {
  addIdentityMapping,
  mapMmio,
  removeIdentityMapping,
  unmapMmio,
} from '../../../src/hypervisor/p2m/device-mapping.js';
import { entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { mapWithRam, newP2m, set, typeAt } from '../../support/p2m.js';

describe('mapMmio', () => {
  it('maps device memory, uncached', () => {
    const { p2m } = newP2m();

    expect(mapMmio(p2m, 0x5000, 0xf_e000, 0)).toBe('done');
    expect(entryAt(p2m.tables, 0x5000)).toBe('9c500000fe000307');
  });

  it('maps superpages where there is room for one', () => {
    const { p2m } = newP2m();
    set(p2m, 0x5205, 0);

    expect(mapMmio(p2m, 0x5400, 0xf_e000, 9)).toBe('done');
    expect(mapMmio(p2m, 0x5200, 0xf_e000, 9)).toEqual({ retryWithOrder: 0 });
    expect([typeAt(p2m, 0x5400), typeAt(p2m, 0x5200)]).toEqual(['mmio_direct', 'mmio_dm']);
  });

  it('wants pages where some of a superpage may only be read', () => {
    const { p2m } = newP2m();
    p2m.memoryTypes.mmioReadonly.add(0xf_e010, 0xf_e01f);

    expect(mapMmio(p2m, 0x5200, 0xf_e000, 9)).toEqual({ retryWithOrder: 0 });
    expect(mapMmio(p2m, 0x5200, 0xf_e010, 0)).toBe('done');
    expect(entryAt(p2m.tables, 0x5200)).toBe('9c500000fe010145');
    p2m.memoryTypes.mmioReadonly.add(0xf_e600, 0xf_e600);
    expect(mapMmio(p2m, 0x5400, 0xf_e400, 9)).toBe('done');
  });

  it('replaces RAM, and memory that is not populated yet', () => {
    const { p2m } = mapWithRam(9);
    p2m.pod.mark(0x200, 9);

    mapMmio(p2m, 5, 0xf_e000, 0);
    expect(p2m.pod.entryCount).toBe(512);
    mapMmio(p2m, 0x205, 0xf_e001, 0);

    expect([5, 0x205].map((gfn) => typeAt(p2m, gfn))).toEqual(['mmio_direct', 'mmio_direct']);
    expect(p2m.pod.entryCount).toBe(511);
  });

  it('leaves the same mapping as it is, but for an access that is no longer the default', () => {
    const { p2m } = newP2m();
    mapMmio(p2m, 0x5000, 0xf_e000, 0);

    expect(mapMmio(p2m, 0x5000, 0xf_e000, 0)).toBe('done');
    expect(p2m.tables.flushes).toBe(0);
    p2m.defaultAccess = P2MA.rw;
    expect(mapMmio(p2m, 0x5000, 0xf_e000, 0)).toBe('done');
    expect(p2m.query(0x5000).access).toBe(P2MA.rw);
  });

  it.each([
    ['mmio_direct', 0xf_e001],
    ['grant_map_rw', 0xf_e000],
    ['map_foreign', 0x80_0001],
  ] as const)(
    'answers EPERM over %s of another kind or frame, and crashes the domain',
    (type, mfn) => {
      const { p2m, crashes } = newP2m();
      p2m.tables.policy.mfnValid = () => true;
      set(p2m, 0x5000, 0, { type, mfn });

      expect(() => mapMmio(p2m, 0x5000, 0xf_e000, 0)).toThrow(errno('EPERM', 'mapped to'));
      expect(crashes).toEqual(['gfn 0x5000: a special mapping may not be replaced']);
      expect(typeAt(p2m, 0x5000)).toBe(type);
    },
  );

  it('answers ENOMEM for want of tables', () => {
    const { p2m } = newP2m();
    p2m.tables.pool.available = 0;

    expect(() => mapMmio(p2m, 0x5000, 0xf_e000, 0)).toThrow(errno('ENOMEM'));
  });
});

describe('unmapMmio', () => {
  it('takes away what is mapped, whichever frame it is', () => {
    const { p2m } = newP2m();
    mapMmio(p2m, 0x5400, 0xf_e000, 9);

    expect(unmapMmio(p2m, 0x5400, 9)).toBe('done');
    expect(entryAt(p2m.tables, 0x5400)).toBe('8000000000000000');
  });

  it('wants pages where there are pages', () => {
    const { p2m } = newP2m();
    mapMmio(p2m, 0x5400, 0xf_e000, 0);

    expect(unmapMmio(p2m, 0x5400, 9)).toEqual({ retryWithOrder: 0 });
  });

  it('answers EINVAL for RAM and holes', () => {
    const { p2m } = mapWithRam(0);

    for (const gfn of [0, 0x5000])
      expect(() => unmapMmio(p2m, gfn, 0)).toThrow(errno('EINVAL', "is no device's"));
  });
});

describe('addIdentityMapping', () => {
  it('maps a machine frame at its own address, once', () => {
    const { p2m } = newP2m();

    addIdentityMapping(p2m, 0xf_e005, P2MA.rw);
    addIdentityMapping(p2m, 0xf_e005, P2MA.rw);

    expect(entryAt(p2m.tables, 0xf_e005)).toBe('8c500000fe005303');
  });

  // prettier-ignore
  it.each([
    // what is there                                         why
    [{ type: 'ram_rw', mfn: 0x10_0000 },                     'something else'],
    [{ type: 'ram_rw', mfn: 0x10_0005, access: 'rw' },        'another type'],
    [{ type: 'mmio_direct', mfn: 0x10_0006, access: 'rw' },   'another frame'],
    [{ type: 'mmio_direct', mfn: 0x10_0005, access: 'rwx' },  'another access'],
  ] as const)('answers EBUSY over %j: %s', (run, _) => {
    const { p2m } = newP2m();
    set(p2m, 0x10_0005, 0, run);

    expect(() => {
      addIdentityMapping(p2m, 0x10_0005, P2MA.rw);
    }).toThrow(errno('EBUSY', `mapped to 0x${run.mfn.toString(16)}`));
    expect(typeAt(p2m, 0x10_0005)).toBe(run.type);
  });
});

describe('removeIdentityMapping', () => {
  it('unmaps what addIdentityMapping maps, and leaves everything else', () => {
    const { p2m } = newP2m();
    addIdentityMapping(p2m, 0xf_e005, P2MA.rw);
    mapMmio(p2m, 0xf_e006, 0xf_e000, 0);
    set(p2m, 0xf_e007, 0, { mfn: 0x10_0000 });
    set(p2m, 0x10_0008, 0, { mfn: 0x10_0008 });

    const gfns = [0xf_e005, 0xf_e006, 0xf_e007, 0x10_0008, 0x10_0009];
    for (const gfn of gfns) removeIdentityMapping(p2m, gfn);

    expect(gfns.map((gfn) => typeAt(p2m, gfn))).toEqual([
      'mmio_dm',
      'mmio_direct',
      'ram_rw',
      'ram_rw',
      'mmio_dm',
    ]);
  });
});
