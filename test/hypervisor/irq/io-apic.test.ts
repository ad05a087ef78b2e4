import { describe, expect, it } from 'vitest';
import { IoApic, type Redirection } from '../../../src/hypervisor/irq/io-apic.js';

const [SELECT, WINDOW] = [0x00, 0x10];
const LEVEL = 0x8000;
const MASKED = 0x1_0000;

function setup() {
  const delivered: Redirection[] = [];
  const asserted = new Set<number>();
  let pin0 = 0;
  const ioApic = new IoApic({
    deliver: (redirection) => delivered.push(redirection),
    isAsserted: (gsi) => asserted.has(gsi),
    pin0Changed: () => pin0++,
  });
  const write = (register: number, value: number) => {
    ioApic.write(SELECT, register);
    ioApic.write(WINDOW, value);
  };
  return {
    ioApic,
    asserted,
    vectors: () => delivered.map(({ vector }) => vector),
    pin0: () => pin0,
    write,
    setLow: (pin: number, value: number) => {
      write(0x10 + 2 * pin, value);
    },
    read: (register: number) => {
      ioApic.write(SELECT, register);
      return ioApic.read(WINDOW);
    },
  };
}

describe('IoApic', () => {
  it('has every pin masked after reset: a line that goes up is nobody’s', () => {
    const { ioApic, vectors } = setup();

    ioApic.raise(5);

    expect([vectors(), ioApic.redirection(5).raw]).toEqual([[], 0x1_0000n]);
  });

  it('delivers each edge of an edge-triggered pin', () => {
    const { ioApic, setLow, vectors } = setup();
    setLow(5, 0x55);

    ioApic.raise(5);
    ioApic.raise(5);

    expect(vectors()).toEqual([0x55, 0x55]);
  });

  it('delivers a level once, and again at its end while the line is up', () => {
    const { ioApic, setLow, vectors, asserted } = setup();
    setLow(20, LEVEL | 0x66);
    asserted.add(20);
    ioApic.raise(20);
    ioApic.raise(20);
    expect([vectors(), ioApic.redirection(20).remoteIrr]).toEqual([[0x66], true]);

    ioApic.endOfInterrupt(0x66);
    expect(vectors()).toEqual([0x66, 0x66]);

    asserted.clear();
    ioApic.endOfInterrupt(0x66);
    expect([vectors().length, ioApic.redirection(20).remoteIrr]).toEqual([2, false]);
  });

  it('has a level of another vector still under way at the end of one', () => {
    const { ioApic, setLow } = setup();
    setLow(20, LEVEL | 0x66);
    ioApic.raise(20);

    ioApic.endOfInterrupt(0x65);

    expect(ioApic.redirection(20).remoteIrr).toBe(true);
  });

  it.each([
    ['an edge', 0x66],
    ['a masked level', LEVEL | MASKED | 0x66],
    ['a masked edge', MASKED | 0x66],
  ])('delivers no %s again at the end of its vector', (_, low) => {
    const { ioApic, setLow, vectors, asserted } = setup();
    asserted.add(20);
    setLow(20, low);

    ioApic.endOfInterrupt(0x66);

    expect(vectors()).toEqual([]);
  });

  it('delivers a level that is up when it is unmasked', () => {
    const { setLow, vectors, asserted } = setup();
    asserted.add(20);
    setLow(20, LEVEL | MASKED | 0x66);
    expect(vectors()).toEqual([]);

    setLow(20, LEVEL | 0x66);
    expect(vectors()).toEqual([0x66]);
  });

  it('forgets a level that is under way when the pin becomes edge-triggered', () => {
    const { ioApic, setLow, asserted } = setup();
    asserted.add(20);
    setLow(20, LEVEL | 0x66);

    setLow(20, 0x66);

    expect(ioApic.redirection(20).remoteIrr).toBe(false);
  });

  it('takes an entry apart', () => {
    const { ioApic, write } = setup();
    write(0x10 + 2 * 3 + 1, 0x0500_0000);
    write(0x10 + 2 * 3, 0x1_8c41);

    expect(ioApic.redirection(3)).toEqual({
      vector: 0x41,
      delivery: 4,
      isLogical: true,
      isLevel: true,
      isMasked: true,
      remoteIrr: false,
      destination: 5,
      raw: 0x0500_0000_0001_8c41n,
    });
  });

  it('does not let the guest write delivery status and remote IRR', () => {
    const { setLow, read } = setup();

    setLow(3, 0x1_5041);

    expect(read(0x16)).toBe(0x1_0041);
  });

  it('tells of every change of pin 0', () => {
    const { setLow, pin0 } = setup();

    setLow(0, 0x700);

    expect(pin0()).toBe(1);
  });

  it('has a version, an id and an arbitration id', () => {
    const { read, write } = setup();
    write(0, 0xff00_0000);
    write(1, 0);
    write(2, 0);

    expect([read(0), read(1), read(2)]).toEqual([0x0f00_0000, 0x2f_0011, 0x0f00_0000]);
  });

  it('goes on as it was after it was restored', () => {
    const { ioApic, write } = setup();
    write(0, 0x0300_0000);
    write(0x10 + 2 * 3 + 1, 0x0500_0000);
    write(0x10 + 2 * 3, 0x41);
    const { ioApic: restored, read } = setup();

    restored.restore(ioApic.save());

    expect([restored.save(), restored.read(SELECT)]).toEqual([ioApic.save(), 0x16]);
    expect([read(0), read(0x16), read(0x17)]).toEqual([0x0300_0000, 0x41, 0x0500_0000]);
  });

  it('reads zero where nothing is, and takes no writes there', () => {
    const { ioApic, read, write } = setup();
    for (const register of [3, 0x10 + 2 * 48, 0xff]) write(register, 0xffff_ffff);

    expect([read(3), read(0x10 + 2 * 48), read(0x11)]).toEqual([0, 0, 0]);
    ioApic.write(0x20, 1);
    expect([ioApic.read(SELECT), ioApic.read(WINDOW)]).toEqual([0x11, 0]);
    expect([read(1), ioApic.read(0x20)]).toEqual([0x2f_0011, 0]);
  });
});
