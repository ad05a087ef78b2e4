import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { debugPort } from '../../../../src/hypervisor/access/internal-devices/debug-port.js';
import { addServer, hostWithRam } from '../../../support/host.js';

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

  it('passes reads on to device models where Xen has none of its own', () => {
    const passesOn = (profile: string, dir: 0 | 1) =>
      debugPort.passesOn!(hostWithRam(1, { profile }).d1, newIoreq({ type: 0, addr: 0xe9, dir }));

    expect(passesOn('4.17', 1)).toBe(true);
    expect([passesOn('4.17', 0), passesOn('4.22', 1)]).toEqual([false, false]);
  });
});
