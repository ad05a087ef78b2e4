import { describe, expect, it } from 'vitest';
import { EventCallback } from '../../../src/hypervisor/irq/event-callback.js';
import { InterruptLines } from '../../../src/hypervisor/irq/interrupt-lines.js';
import { Pics } from '../../../src/hypervisor/irq/pics.js';

const PIN_3A = 0x0100_0000_0000_1800n;

function setup(hasLines = true) {
  const pics = new Pics();
  const lines = new InterruptLines({ ioApic: undefined, pics, needsIoApic: false });
  return { callback: new EventCallback(lines, hasLines), lines, pics };
}

describe('EventCallback', () => {
  // prettier-ignore
  it.each([
    [0n,                      { type: 'none' }],
    [0x21n,                   { type: 'gsi', gsi: 0x21 }],
    [0x30n,                   { type: 'none' }],
    [0x100n,                  { type: 'none' }],
    [PIN_3A,                  { type: 'pci_intx', device: 3, pin: 0 }],
    [0x0100_0000_0000_f803n,  { type: 'pci_intx', device: 31, pin: 3 }],
    [0x0200_0000_0000_0093n,  { type: 'vector', vector: 0x93 }],
    [0x0300_0000_0000_0000n,  { type: 'none' }],
    [0xff00_0000_0000_0005n,  { type: 'none' }],
  ])('reads %x as %o', (value, via) => {
    const { callback } = setup();

    callback.set(value);

    expect(callback.via).toEqual(via);
  });

  it('moves what is pending from one wire to the next', () => {
    const { callback, lines, pics } = setup();
    callback.setLevel(true);
    callback.set(5n);
    expect(pics.master.requested).toBe(0x20);

    callback.set(PIN_3A);
    expect([pics.master.requested, lines.isPinAsserted(3, 0)]).toEqual([0, true]);
    expect([callback.holds(3, 0), callback.holds(3, 1)]).toEqual([true, false]);

    callback.set(0n);
    expect([lines.isPinAsserted(3, 0), callback.holds(3, 0)]).toEqual([false, false]);
  });

  it('holds a pin only while it is up', () => {
    const { callback } = setup();
    callback.set(PIN_3A);
    expect(callback.holds(3, 0)).toBe(false);

    callback.setLevel(true);
    expect([callback.holds(3, 0), callback.holds(4, 0)]).toEqual([true, false]);
  });

  it('moves nothing while nothing is pending', () => {
    const { callback, lines } = setup();

    callback.set(5n);
    callback.set(6n);

    expect([lines.gsiCount(5), lines.gsiCount(6)]).toEqual([0, 0]);
  });

  it.each([
    [0x0fn, [0x04, 0x80]],
    [0x10n, [0, 0]],
    [0x20n, [0, 0]],
  ])('has a line of the 8259s for the first 16 GSIs: %s', (gsi, requested) => {
    const { callback, lines, pics } = setup();
    callback.set(gsi);

    callback.setLevel(true);

    expect([pics.master.requested, pics.slave.requested]).toEqual(requested);
    expect([lines.gsiCount(Number(gsi)), lines.linkCount(0)]).toEqual([1, 0]);
  });

  it('raises and lowers its wire', () => {
    const { callback, lines } = setup();
    callback.set(0x20n);

    callback.setLevel(true);
    callback.setLevel(true);
    expect(lines.gsiCount(0x20)).toBe(1);

    callback.setLevel(false);
    expect(lines.gsiCount(0x20)).toBe(0);
  });

  it('knows vectors only, where there are no wires', () => {
    const { callback } = setup(false);

    expect([callback.set(5n), callback.set(0n), callback.set(0x0200_0000_0000_0093n)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
