import { describe, expect, it } from 'vitest';
import { guestWithDevices } from '../../../support/devices.js';
import { addServer } from '../../../support/host.js';

describe('pciLatch', () => {
  it('sees dwords, and leaves the access to others', () => {
    const { host, d1, outb } = guestWithDevices();
    addServer(host, d1).ranges('port').add(0xcf8n, 0xcfbn);
    const access = outb(0xcf8, 0x8000_1004, 4);

    expect(d1.pciCf8).toBe(0x8000_1004);
    expect(access.ioreqs).toMatchObject([{ addr: 0xcf8, data: 0x8000_1004n }]);
    expect(access.trace).toContainEqual({ step: 'cf8_latch', cf8: '0x80001004' });
  });

  it('does not see less than a dword', () => {
    const { host, d1, outb, inb } = guestWithDevices();
    const server = addServer(host, d1);
    server.ranges('port').add(0xcf8n, 0xcf8n);
    expect(outb(0xcf8, 0xff, 1).ioreqs).toHaveLength(1);
    server.requests.complete(0);
    outb(0xcfa, 0xffff, 2);

    expect([d1.pciCf8, inb(0xcf8, 4)]).toEqual([0, 0xffff_ffff]);
  });
});
