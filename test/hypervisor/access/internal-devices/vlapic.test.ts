import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';

const BASE = 0xfee0_0000;
const [ID, VERSION, TPR, DFR, SVR, LVT0] = [0x20, 0x30, 0x80, 0xe0, 0xf0, 0x350];

describe('vlapic', () => {
  it('has its registers as after reset', () => {
    const { load } = guestWithDevices();

    expect([VERSION, TPR, DFR, SVR, LVT0].map((register) => load(BASE + register))).toEqual([
      0x5_0014n,
      0n,
      0xffff_ffffn,
      0xffn,
      0x1_0000n,
    ]);
  });

  it('has an identity for each vcpu', () => {
    const { guest } = guestWithDevices({ vcpus: 2 });
    const read = (vcpu: number) => guest({ vcpu, kind: 'read', gpa: BASE + ID, size: 4 }).data;

    expect([read(0), read(1)]).toEqual([0n, 0x200_0000n]);
  });

  it('keeps of a write what a register has', () => {
    const { load, store } = guestWithDevices();
    store(BASE + TPR, 0x1ff);
    store(BASE + SVR, 0xffff_ffff);
    store(BASE + DFR, 0);
    store(BASE + VERSION, 0);

    expect([TPR, SVR, DFR, VERSION].map((register) => load(BASE + register))).toEqual([
      0xffn,
      0x3ffn,
      0x0fff_ffffn,
      0x5_0014n,
    ]);
  });

  it('has 32 bits of each sixteen bytes, and nothing above its last register', () => {
    const { load, store } = guestWithDevices();
    store(BASE + TPR, 0x44, 1);

    expect([load(BASE + TPR, 1), load(BASE + TPR + 4), load(BASE + TPR, 8)]).toEqual([
      0x44n,
      0n,
      0n,
    ]);
    expect(load(BASE + 0xff0)).toBe(0n);
    store(BASE + TPR, 0, 8);
    expect(load(BASE + TPR)).toBe(0x44n);
  });
});
