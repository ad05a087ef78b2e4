import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';

describe('pit', () => {
  it('stands still', () => {
    const { inb, outb } = guestWithDevices();
    outb(0x43, 0x34);
    outb(0x42, 0x13);

    expect([inb(0x40), inb(0x43), inb(0x40, 2), inb(0x61)]).toEqual([0, 0xff, 0xffff, 0]);
  });

  it('keeps the gate of channel 2 and the speaker', () => {
    const { inb, outb } = guestWithDevices();
    outb(0x61, 0xff);

    expect([inb(0x61), inb(0x40)]).toEqual([3, 0]);
  });

  it('has the speaker off at first', () => {
    expect(guestWithDevices().inb(0x61)).toBe(0);
  });
});
