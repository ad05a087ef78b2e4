import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../../../src/hypervisor/abi/hvm-param.js';
import { guestWithDevices } from '../../../support/devices.js';

const BASE = 0xfed0_0000;
const CONFIGURATION = BASE + 0x10;

describe('hpet', () => {
  it('says what it can', () => {
    const { load } = guestWithDevices();

    expect(load(BASE)).toBe(0x8086_a201n);
    expect(load(BASE + 4)).toBe(16_000_000n);
    expect(load(BASE, 8)).toBe((16_000_000n << 32n) | 0x8086_a201n);
    expect(load(BASE + 1, 1)).toBe(0xa2n);
  });

  it('keeps what is written, but not to what it can, nor behind that', () => {
    const { load, store } = guestWithDevices();
    store(BASE, 0);
    store(BASE + 8, 7, 8);
    expect([load(BASE), load(BASE + 8, 8)]).toEqual([0x8086_a201n, 0n]);

    store(CONFIGURATION, 0x1234_5678);
    store(CONFIGURATION + 1, 0xab, 1);
    expect(load(CONFIGURATION, 8)).toBe(0x1234_ab78n);
    store(CONFIGURATION, 2 ** 40, 8);
    expect(load(CONFIGURATION, 8)).toBe(2n ** 40n);
    store(CONFIGURATION + 4, 0x5566, 2);
    store(CONFIGURATION + 6, 0x77, 1);
    store(CONFIGURATION, 0x11, 4);
    expect(load(CONFIGURATION, 8)).toBe(0x77_5566_0000_0011n);
  });

  it('answers all ones where an access is not aligned, or it is switched off', () => {
    const { d1, load, store } = guestWithDevices();
    store(CONFIGURATION + 2, 0xffff_ffff);
    expect([load(CONFIGURATION), load(CONFIGURATION + 2)]).toEqual([0n, 0xffff_ffffn]);

    d1.params.set(HVM_PARAM.HPET_ENABLED, 0n);
    expect(load(BASE)).toBe(0xffff_ffffn);
    store(CONFIGURATION, 1);
    d1.params.set(HVM_PARAM.HPET_ENABLED, 1n);
    expect(load(CONFIGURATION)).toBe(0n);
  });
});
