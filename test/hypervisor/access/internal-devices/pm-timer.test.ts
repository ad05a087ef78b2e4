import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';

const [STATUS, ENABLE, TIMER] = [0x1f40, 0x1f42, 0x1f48];

describe('pmTimer', () => {
  it('counts virtual time at 3.579545 MHz in 32 bits, whatever is written', () => {
    const { host, inb, outb } = guestWithDevices();
    outb(TIMER, 0xffff_ffff, 4);
    expect([inb(TIMER, 4), inb(TIMER, 2), inb(STATUS, 4)]).toEqual([0, 0xffff, 0]);

    host.clock.advance(2_000_000_000n);
    expect(inb(TIMER, 4)).toBe(7_159_090);
    host.clock.advance(1_200_000_000_000n);
    expect(inb(TIMER, 4)).toBe((7_159_090 + 1200 * 3_579_545) % 2 ** 32);
  });

  it('keeps which events are enabled', () => {
    const { inb, outb } = guestWithDevices();
    outb(ENABLE, 0x1234, 2);

    expect([inb(ENABLE, 2), inb(ENABLE + 1), inb(STATUS, 4)]).toEqual([0x1234, 0x12, 0x1234_0000]);
    outb(ENABLE + 1, 0x45);
    outb(STATUS, 0xff);
    expect(inb(ENABLE, 2)).toBe(0x4534);
    outb(ENABLE, 0x78);
    expect(inb(ENABLE, 2)).toBe(0x4578);
  });

  it('has no event whose status a write could set', () => {
    const { inb, outb } = guestWithDevices();
    outb(STATUS, 0xffff_ffff, 4);

    expect(inb(STATUS, 4)).toBe(0xffff_0000);
  });

  it('has no event enabled at first', () => {
    expect(guestWithDevices().inb(ENABLE, 2)).toBe(0);
  });
});
