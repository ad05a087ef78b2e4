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

  // prettier-ignore
  it.each([
    // register             what is kept of all ones, of all zeros
    [0x020, 0xffff_ffffn,   0n],
    [0x030, 0x5_0014n,      0x5_0014n],
    [0x080, 0xffn,          0n],
    [0x0d0, 0xff00_0000n,   0n],
    [0x0e0, 0xffff_ffffn,   0x0fff_ffffn],
    [0x0f0, 0x3ffn,         0n],
    [0x300, 0xffff_efffn,   0n],
    [0x310, 0xff00_0000n,   0n],
    [0x320, 0x7_10ffn,      0x1_0000n],
    [0x330, 0x1_17ffn,      0x1_0000n],
    [0x340, 0x1_17ffn,      0x1_0000n],
    [0x350, 0x1_f7ffn,      0x1_0000n],
    [0x360, 0x1_f7ffn,      0x1_0000n],
    [0x370, 0x1_10ffn,      0x1_0000n],
    [0x3e0, 0xbn,           0n],
  ])('keeps in register 0x%x of a write what it has', (register, ones, zeros) => {
    const { load, store } = guestWithDevices();
    store(BASE + register, 0xffff_ffff);
    expect(load(BASE + register)).toBe(ones);

    store(BASE + register, 0);
    expect(load(BASE + register)).toBe(zeros);
  });

  it('keeps the bytes of a register that a write does not cover', () => {
    const { load, store } = guestWithDevices();
    store(BASE + LVT0, 0x1_0031);
    store(BASE + LVT0, 0x42, 1);
    store(BASE + LVT0 + 1, 0x07, 1);

    expect(load(BASE + LVT0)).toBe(0x1_0742n);
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
