import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';

describe('vpic', () => {
  it.each([
    [0x20, 0x21],
    [0xa0, 0xa1],
  ])('takes initialisation words, and then its mask (0x%x)', (command, data) => {
    const { inb, outb } = guestWithDevices();
    outb(data, 0xfb);
    expect(inb(data)).toBe(0xfb);

    outb(command, 0x11);
    expect(inb(data)).toBe(0);
    for (const word of [0x20, 0x04, 0x01, 0xb8]) outb(data, word);
    expect([inb(data), inb(command)]).toEqual([0xb8, 0]);
  });

  it.each([
    [0x12, 1],
    [0x13, 2],
    [0x10, 2],
  ])('awaits as many words as 0x%x announces: %i', (icw1, words) => {
    const { inb, outb } = guestWithDevices();
    outb(0x20, icw1);
    for (let word = 0; word < words; word++) outb(0x21, 0x55);
    expect(inb(0x21)).toBe(0);

    outb(0x21, 0x77);
    expect(inb(0x21)).toBe(0x77);
  });

  it('takes other commands without a change', () => {
    const { inb, outb } = guestWithDevices();
    outb(0x21, 0x0f);
    outb(0x20, 0x20);

    expect(inb(0x21)).toBe(0x0f);
  });

  it('keeps which lines are level-triggered, of those that may be', () => {
    const { inb, outb } = guestWithDevices();
    outb(0x4d0, 0xff);
    outb(0x4d1, 0xff);

    expect([inb(0x4d0), inb(0x4d1)]).toEqual([0xf8, 0xde]);
  });

  it('takes bytes alone', () => {
    const { inb, outb } = guestWithDevices();
    outb(0x21, 0x0f);
    outb(0x20, 0x1111, 2);

    expect([inb(0x20, 2), inb(0x21)]).toEqual([0xffff, 0x0f]);
  });
});
