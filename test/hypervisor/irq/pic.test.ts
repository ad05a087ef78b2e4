import { describe, expect, it } from 'vitest';
import { Pic } from '../../../src/hypervisor/irq/pic.js';

/** ICW1 to ICW4: cascaded, vectors from 0x20 on. */
const INITIALISED = { icw1: 0x11, rest: [0x20, 0x04, 0x01] };

function setup({ icw1, rest } = INITIALISED, isMaster = true) {
  const outputs: boolean[] = [];
  const pic = new Pic(isMaster, (output) => outputs.push(output));
  pic.writeCommand(icw1);
  for (const word of rest) pic.writeData(word);
  return { pic, outputs };
}

describe('Pic', () => {
  it('asks to be served while an unmasked line is up', () => {
    const { pic, outputs } = setup();

    pic.raise(5);
    pic.lower(5);

    expect(outputs).toEqual([true, false]);
  });

  it('does not ask for a masked line before it is unmasked', () => {
    const { pic, outputs } = setup();
    pic.writeData(0x20);
    pic.raise(5);
    expect([outputs, pic.requested, pic.masked]).toEqual([[], 0x20, 0x20]);

    pic.writeData(0);
    expect(outputs).toEqual([true]);
  });

  it('serves the lowest line first, and an edge once', () => {
    const { pic } = setup();
    pic.raise(5);
    pic.raise(1);

    expect([pic.acknowledge(), pic.inService, pic.requested]).toEqual([1, 0x02, 0x20]);
    expect([pic.output, pic.acknowledge()]).toEqual([false, undefined]);
  });

  it('keeps a level requested when it is served', () => {
    const { pic } = setup();
    pic.levels = 0x20;
    pic.raise(5);

    pic.acknowledge();

    expect(pic.requested).toBe(0x20);
  });

  it('ends the most urgent interrupt in service, or a named one', () => {
    const { pic } = setup();
    pic.raise(5);
    pic.acknowledge();
    pic.raise(1);
    pic.acknowledge();
    expect(pic.inService).toBe(0x22);

    pic.writeCommand(0x20);
    expect(pic.inService).toBe(0x20);

    pic.writeCommand(0x65);
    pic.writeCommand(0x20);
    expect(pic.inService).toBe(0);
  });

  it('rotates priorities at the end of an interrupt, or as told', () => {
    const { pic } = setup();
    pic.raise(3);
    pic.acknowledge();
    pic.writeCommand(0xa0);
    for (const line of [3, 4]) pic.raise(line);
    expect(pic.acknowledge()).toBe(4);

    pic.writeCommand(0xe4);
    pic.writeCommand(0xc2);
    expect(pic.acknowledge()).toBe(3);
  });

  it('ends interrupts by itself, if it is told so, and rotates then too', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x03] });
    pic.raise(3);
    expect([pic.acknowledge(), pic.inService]).toEqual([3, 0]);

    pic.writeCommand(0x80);
    pic.raise(3);
    pic.acknowledge();
    for (const line of [3, 4]) pic.raise(line);
    expect(pic.acknowledge()).toBe(4);

    pic.writeCommand(0x00);
    pic.acknowledge();
    pic.raise(4);
    expect(pic.acknowledge()).toBe(4);
  });

  it('lets lower lines through masked ones in service, in special mask mode', () => {
    const { pic } = setup();
    pic.raise(1);
    pic.acknowledge();
    pic.raise(5);
    expect(pic.output).toBe(false);

    pic.writeData(0x02);
    pic.writeCommand(0x68);
    expect(pic.output).toBe(true);

    pic.acknowledge();
    pic.writeCommand(0x20);
    expect(pic.inService).toBe(0x02);
  });

  it('lets the cascade line interrupt itself, in special fully nested mode', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x11] });
    pic.cascade(true);
    pic.acknowledge();

    expect([pic.inService, pic.output]).toEqual([0x04, true]);
    pic.cascade(false);
    expect(pic.output).toBe(false);
  });

  it('shows requests, service or its mask', () => {
    const { pic } = setup();
    for (const line of [1, 5]) pic.raise(line);
    pic.acknowledge();
    expect(pic.readCommand()).toBe(0x20);

    pic.writeCommand(0x0b);
    expect(pic.readCommand()).toBe(0x02);
  });

  it('is polled once when told so', () => {
    const { pic } = setup();

    pic.writeCommand(0x0c);

    expect([pic.takePoll(), pic.takePoll()]).toEqual([true, false]);
  });

  it('does not ask while it is being initialised, and forgets its edges', () => {
    const { pic, outputs } = setup();
    pic.raise(5);
    pic.writeCommand(0x11);
    expect([pic.output, pic.requested]).toEqual([false, 0]);

    pic.raise(5);
    for (const word of [0x28, 0x04]) pic.writeData(word);
    expect(pic.output).toBe(false);

    pic.writeData(0x01);
    expect([pic.output, pic.base, outputs]).toEqual([true, 0x28, [true, false, true]]);
  });

  it('is initialised without the words that its first one leaves out', () => {
    const { pic } = setup({ icw1: 0x12, rest: [0x30] });

    pic.writeData(0x0f);

    expect([pic.base, pic.masked]).toEqual([0x30, 0x0f]);
  });

  it('has its cascade line level-triggered after reset', () => {
    expect([new Pic(true, () => undefined).levels, new Pic(false, () => undefined).levels]).toEqual(
      [4, 0],
    );
  });
});
