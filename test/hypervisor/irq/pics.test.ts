import { describe, expect, it } from 'vitest';
import { Pics } from '../../../src/hypervisor/irq/pics.js';

function setup() {
  const pics = new Pics();
  for (const [port, words] of [
    [0x20, [0x11, 0x20, 0x04, 0x01]],
    [0xa0, [0x11, 0x28, 0x02, 0x01]],
  ] as const)
    words.forEach((word, index) => {
      pics.writePort(index === 0 ? port : port + 1, word);
    });
  return pics;
}

describe('Pics', () => {
  it.each([
    [0, 0x20],
    [7, 0x27],
    [8, 0x28],
    [15, 0x2f],
  ])('have line %i at vector 0x%x', (irq, vector) => {
    const pics = setup();

    pics.raise(irq);

    expect(pics.acknowledge()).toBe(vector);
  });

  it('give the vector of a line of the first controller', () => {
    const pics = setup();
    pics.raise(5);

    expect([pics.output, pics.acknowledge(), pics.output]).toEqual([true, 0x25, false]);
  });

  it('pass a line of the second through line 2 of the first', () => {
    const pics = setup();
    pics.raise(12);

    expect([pics.master.requested, pics.slave.requested]).toEqual([0x04, 0x10]);
    expect(pics.acknowledge()).toBe(0x2c);
    pics.lower(12);
    expect(pics.acknowledge()).toBeUndefined();
  });

  it('ask no more when the line of the second is gone', () => {
    const pics = setup();
    pics.raise(12);

    pics.lower(12);

    expect([pics.output, pics.master.requested]).toEqual([false, 0]);
  });

  it('know no line 2 of their own', () => {
    const pics = setup();

    pics.raise(2);
    expect(pics.output).toBe(false);

    pics.raise(12);
    pics.lower(2);
    expect(pics.output).toBe(true);
  });

  it('let lines be level-triggered that may be', () => {
    const pics = setup();
    pics.writePort(0x4d0, 0xff);
    pics.writePort(0x4d1, 0xff);

    expect([pics.master.levels, pics.slave.levels]).toEqual([0xfc, 0xde]);
    expect([pics.readPort(0x4d0), pics.readPort(0x4d1)]).toEqual([0xf8, 0xde]);
  });

  it('show masks and requests', () => {
    const pics = setup();
    pics.writePort(0x21, 0x0f);
    pics.writePort(0xa1, 0xf0);
    pics.raise(5);

    const ports = [0x20, 0x21, 0xa0, 0xa1].map((port) => pics.readPort(port));
    expect(ports).toEqual([0x20, 0x0f, 0, 0xf0]);
  });

  it('answer a poll with the line, and all ones for none', () => {
    const pics = setup();
    pics.raise(12);
    pics.writePort(0x20, 0x0c);
    expect(pics.readPort(0x20)).toBe(12);

    pics.writePort(0xa0, 0x0c);
    expect(pics.readPort(0xa0)).toBe(0xff);
  });

  it('answer a poll of the second with its own number of the line', () => {
    const pics = setup();
    pics.raise(12);

    pics.writePort(0xa0, 0x0c);

    expect(pics.readPort(0xa0)).toBe(4);
  });

  it('have a cascade line that is a level in the first only', () => {
    const pics = new Pics();

    expect([pics.master.levels, pics.slave.levels]).toEqual([0x04, 0]);
  });

  it('can be reset', () => {
    const pics = setup();
    pics.raise(5);

    pics.reset();

    expect([pics.output, pics.master.base]).toEqual([false, 0]);
  });

  it('give nothing where the line of the second has gone meanwhile', () => {
    const pics = setup();
    pics.raise(12);
    pics.slave.requested = 0;

    expect(pics.acknowledge()).toBeUndefined();
  });
});
