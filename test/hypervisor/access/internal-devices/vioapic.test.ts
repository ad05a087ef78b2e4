import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';

const [SELECT, WINDOW] = [0xfec0_0000, 0xfec0_0010];

function ioapic() {
  const { load, store, ...world } = guestWithDevices();
  const get = (register: number) => {
    store(SELECT, register);
    return load(WINDOW);
  };
  const set = (register: number, value: number) => {
    store(SELECT, register);
    store(WINDOW, value);
  };
  return { ...world, load, store, get, set };
}

describe('vioapic', () => {
  it('shows what is selected, its version, and pins that are masked', () => {
    const { load, store, get } = ioapic();
    store(SELECT, 0x110);

    expect(load(SELECT)).toBe(0x110n);
    expect([get(0), get(1), get(0x10), get(0x11), get(0x6f), get(0x70)]).toEqual([
      0n,
      0x2f_0011n,
      0x1_0000n,
      0n,
      0n,
      0n,
    ]);
  });

  it('keeps redirections, but not their read-only bits, and nothing else', () => {
    const { load, get, set } = ioapic();
    set(0x10, 0xffff_ffff);
    set(0x11, 0xff00_0000);
    set(1, 0xff);

    expect([get(0x10), get(0x11), get(1)]).toEqual([0xffff_afffn, 0xff00_0000n, 0x2f_0011n]);
    expect(load(WINDOW + 0x10)).toBe(0n);
  });
});
