import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { rtc } from '../../../../src/hypervisor/access/internal-devices/rtc.js';
import { takeBuffered } from '../../../../src/hypervisor/ioreq/bufioreq.js';
import { guestWithDevices } from '../../../support/devices.js';
import { addServer } from '../../../support/host.js';

const [SECONDS, MINUTES, HOURS, WEEKDAY, DAY, MONTH, YEAR] = [0, 2, 4, 6, 7, 8, 9];
const [ALARM, A, B, C, D] = [1, 0xa, 0xb, 0xc, 0xd];
const TIMEOFFSET = 7;
const [SET, BINARY, HOURS_24] = [0x80, 0x04, 0x02];

function clock() {
  const { inb, outb, ...world } = guestWithDevices();
  const get = (register: number) => {
    outb(0x70, register);
    return inb(0x71);
  };
  const set = (register: number, value: number) => {
    outb(0x70, register);
    return outb(0x71, value);
  };
  return { ...world, inb, outb, get, set };
}

describe('rtc', () => {
  it('stands still at the beginning of 2026, in decimal digits', () => {
    const { get } = clock();

    expect([SECONDS, MINUTES, HOURS, WEEKDAY, DAY, MONTH, YEAR].map(get)).toEqual([
      0, 0, 0, 5, 1, 1, 0x26,
    ]);
    expect([A, B, C, D].map(get)).toEqual([0x26, HOURS_24, 0, 0x80]);
  });

  it('can be read in binary', () => {
    const { get, set } = clock();
    set(B, BINARY | HOURS_24);

    expect(get(YEAR)).toBe(26);
  });

  it('is set while status register B says so, and then goes on', () => {
    const { get, set, d1 } = clock();
    set(B, SET | HOURS_24);
    set(YEAR, 0x99);
    set(MONTH, 0x12);
    set(DAY, 0x31);
    expect(get(YEAR)).toBe(0x99);

    set(B, HOURS_24);
    expect([YEAR, MONTH, DAY].map(get)).toEqual([0x99, 0x12, 0x31]);
    expect(d1.deviceRegisters.get('rtc offset')).toBe(
      (Date.UTC(1999, 11, 31) - Date.UTC(2026, 0, 1)) / 1000,
    );
  });

  it('tells device models by how many seconds the guest has moved it', () => {
    const { host, d1, set } = clock();
    const server = addServer(host, d1, { handleBufioreq: 1 });
    set(MINUTES, 0x01);

    expect(takeBuffered(server, 9).map(({ type, data }) => [type, data])).toEqual([
      [TIMEOFFSET, 60n],
    ]);
  });

  it('tells nothing while it is being set, and then of all at once', () => {
    const { host, d1, set } = clock();
    const server = addServer(host, d1, { handleBufioreq: 1 });
    set(B, SET | HOURS_24);
    set(MINUTES, 0x01);
    set(SECONDS, 0x05);
    expect(takeBuffered(server, 9)).toEqual([]);

    set(B, HOURS_24);
    expect(takeBuffered(server, 9)).toMatchObject([{ data: 65n }]);
  });

  it.each([
    [0x69, 2069],
    [0x70, 1970],
  ])('takes the year 0x%x for %i', (digits, year) => {
    const { d1, set } = clock();
    set(YEAR, digits);

    expect(d1.deviceRegisters.get('rtc offset')).toBe(
      (Date.UTC(year, 0, 1) - Date.UTC(2026, 0, 1)) / 1000,
    );
  });

  it('is not moved by its other registers', () => {
    const { host, get, set } = clock();
    host.clock.advance(500_000_000n);
    set(ALARM, 0x30);
    set(A, 0x2f);
    host.clock.advance(500_000_000n);

    expect([get(SECONDS), get(A)]).toEqual([1, 0x2f]);
  });

  it('keeps other registers, and two not at all', () => {
    const { get, set } = clock();
    set(ALARM, 0x30);
    set(D, 0);

    expect([get(ALARM), get(D)]).toEqual([0x30, 0x80]);
  });

  it('goes by virtual time, also once it is set', () => {
    const { host, get, set } = clock();
    host.clock.advance(61_500_000_000n);
    expect([get(0), get(2)]).toEqual([0x01, 0x01]);

    set(2, 0x30);
    host.clock.advance(60_000_000_000n);
    expect([get(0), get(2)]).toEqual([0x01, 0x31]);
  });

  it('leaves CMOS memory to a device model', () => {
    const { host, d1, outb, guest } = clock();
    addServer(host, d1).ranges('port').add(0x70n, 0x71n);

    expect(outb(0x70, 0x8d).ioreqs).toHaveLength(0);
    expect(outb(0x71, 1).ioreqs).toHaveLength(0);
    expect(outb(0x70, 0x8e).ioreqs).toHaveLength(1);
    d1.ioreqServers.inOrder[0]?.requests.complete(0);
    expect(outb(0x71, 5).ioreqs).toHaveLength(1);
    d1.ioreqServers.inOrder[0]?.requests.complete(0);
    expect(guest({ kind: 'in', port: 0x71, size: 1 }).ioreqs).toHaveLength(1);
  });

  it('takes bytes alone, and its index cannot be read', () => {
    const { inb, outb } = clock();
    outb(0x70, 0x0909, 2);

    expect([inb(0x70), inb(0x70, 2), inb(0x71)]).toEqual([0xff, 0xffff, 0]);
  });

  it('can be set in binary', () => {
    const { get, set } = clock();
    set(B, SET | BINARY | HOURS_24);
    set(YEAR, 31);

    set(B, BINARY | HOURS_24);
    expect(get(YEAR)).toBe(31);
    set(B, HOURS_24);
    expect(get(YEAR)).toBe(0x31);
  });

  it('passes on the data of registers that it has not', () => {
    const { outb, d1 } = clock();
    const passesOn = (addr: number, size: number) =>
      rtc.passesOn!(d1, newIoreq({ type: 0, addr, size, dir: 1 }));
    expect(passesOn(0x71, 1)).toBe(false);

    outb(0x70, 0x0e);

    expect([passesOn(0x71, 1), passesOn(0x71, 2), passesOn(0x70, 1)]).toEqual([true, false, false]);
  });
});
