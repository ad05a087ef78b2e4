import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';
import { addServer } from '../../../support/host.js';

describe('debugPort', () => {
  it('swallows what is written', () => {
    const { host, d1, outb } = guestWithDevices();
    addServer(host, d1).ranges('port').add(0xe9n, 0xe9n);

    expect(outb(0xe9, 0x41)).toMatchObject({ outcome: 'completed', ioreqs: [] });
  });

  it.each([
    [true, 0xe9],
    [false, 0xff],
  ])('with debug_port_internal %s reads 0x%x', (debug_port_internal, value) => {
    expect(guestWithDevices({ knobs: { debug_port_internal } }).inb(0xe9)).toBe(value);
  });
});
