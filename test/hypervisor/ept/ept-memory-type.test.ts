import { describe, expect, it } from 'vitest';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  MemoryTypes,
  NEEDS_SPLIT,
  WRITE_BACK,
} from '../../../src/hypervisor/ept/ept-memory-type.js';

const [UC, WC, WT, WP, WB, UC_MINUS] = [0, 1, 4, 5, 6, 7];
const [IPAT, IPAT_OFF] = [1 << 6, 0];
const ADDRESS_BITS = 46;

/** EMT and IPAT of one page, or of more. */
const bitsOf = (
  types: MemoryTypes,
  type: P2mTypeName,
  { gfn = 0x200, mfn = 0x10_0200, order = 0 } = {},
) => types.bitsOf(gfn, mfn, order, P2MT[type]);

const withDeviceMemory = () => {
  const types = new MemoryTypes();
  types.cacheFlushPermitted = true;
  return types;
};

describe('MemoryTypes', () => {
  it('makes RAM write-back, the PAT ignored, whatever the guest says', () => {
    const types = new MemoryTypes();
    types.guestMtrr.defaultType = UC;

    expect(WRITE_BACK).toBe((WB << 3) | IPAT);
    expect(types.allRamIsWriteBack).toBe(true);
    for (const type of ['ram_rw', 'ram_ro', 'ioreq_server', 'grant_map_rw', 'map_foreign'] as const)
      expect(bitsOf(types, type)).toBe(WRITE_BACK);
  });

  it('saves the registers that somebody has asked for', () => {
    const types = new MemoryTypes();
    expect(types.save()).toEqual({ guestMtrr: undefined, hostMtrr: undefined });

    const { guestMtrr } = types;
    expect(types.save()).toEqual({ guestMtrr, hostMtrr: undefined });
  });

  it('leaves device memory uncached, and the PAT to the guest', () => {
    expect(bitsOf(new MemoryTypes(), 'mmio_direct')).toBe((UC << 3) | IPAT_OFF);
  });

  it('makes what may only be read uncached, the PAT ignored, and splits what is so in part', () => {
    const types = new MemoryTypes();
    types.mmioReadonly.add(0xf_e010, 0xf_e20f);

    expect(types.allRamIsWriteBack).toBe(false);
    expect(bitsOf(types, 'mmio_direct', { mfn: 0xf_e010 })).toBe((UC << 3) | IPAT);
    expect(bitsOf(types, 'mmio_direct', { mfn: 0xf_e000, order: 9 })).toBe(NEEDS_SPLIT);
    expect(bitsOf(types, 'mmio_direct', { mfn: 0xf_e00f })).toBe(UC << 3);
    expect(
      [0xf_e00f, 0xf_e010, 0xf_e20f, 0xf_e210].map((mfn) => types.isReadonlyMmio(mfn)),
    ).toEqual([false, true, true, false]);
    expect(new MemoryTypes().isReadonlyMmio(0xf_e010)).toBe(false);
  });
});

describe('MemoryTypes of a domain that may flush caches', () => {
  it('lets the guest have a say for RAM, but not for grants and foreign pages', () => {
    const types = withDeviceMemory();

    expect(types.allRamIsWriteBack).toBe(false);
    expect(bitsOf(types, 'ram_rw')).toBe((WB << 3) | IPAT_OFF);
    for (const type of ['grant_map_rw', 'grant_map_ro', 'map_foreign'] as const)
      expect(bitsOf(types, type)).toBe(WRITE_BACK);
  });

  // prettier-ignore
  it.each([
    // guest  machine  mapping
    [WB,  WB,      WB],
    [UC,  WB,      UC],
    [WB,  UC,      UC],
    [WC,  UC,      UC],
    [WB,  WT,      WT],
    [WC,  WB,      WC],
    [WT,  WP,      WP],
    [WP,  WT,      WP],
    [WC,  WT,      UC],
    [WP,  WC,      UC],
    [WT,  WT,      WT],
  ])('guest MTRR %i and machine %i make %i', (guest, host, mapping) => {
    const types = withDeviceMemory();
    types.guestMtrr.defaultType = guest;
    types.hostMtrr.defaultType = host;

    expect(bitsOf(types, 'ram_rw')).toBe((mapping << 3) | IPAT_OFF);
  });

  it('splits a superpage whose MTRRs do not agree on it, the guest or the machine', () => {
    const wcAt16MiB = { base: 0x100_0001n, mask: 0x3fff_ffff_f800n };
    const wbAt16MiB = { base: 0x100_1006n, mask: 0x3fff_ffff_f800n };
    for (const whose of ['guestMtrr', 'hostMtrr'] as const) {
      const types = withDeviceMemory();
      types[whose].variable.splice(0, 2, wcAt16MiB, wbAt16MiB);

      const at16MiB = { gfn: 0x1000, mfn: 0x1000 };
      expect(bitsOf(types, 'ram_rw', { ...at16MiB, order: 9 })).toBe(NEEDS_SPLIT);
      expect(bitsOf(types, 'ram_rw', at16MiB)).toBe(WC << 3);
    }
  });

  it('obeys a pin above all, the PAT ignored, and makes UC- plain UC', () => {
    const types = withDeviceMemory();
    types.guestMtrr.defaultType = UC;
    types.pinned.set(0x200, 0x3ff, WC, ADDRESS_BITS, () => undefined);
    types.pinned.set(0x400, 0x4ff, UC_MINUS, ADDRESS_BITS, () => undefined);

    expect(bitsOf(types, 'ram_rw', { gfn: 0x200, order: 9 })).toBe((WC << 3) | IPAT);
    expect(bitsOf(types, 'ram_rw', { gfn: 0x4ff })).toBe((UC << 3) | IPAT);
    expect(bitsOf(types, 'ram_rw', { gfn: 0x400, order: 9 })).toBe(NEEDS_SPLIT);
    expect(bitsOf(types, 'ram_rw', { gfn: 0x600, order: 9 })).toBe(UC << 3);
  });
});
