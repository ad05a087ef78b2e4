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
    for (const line of [3, 4]) pic.raise(line);
    expect(pic.acknowledge()).toBe(3);
  });

  // prettier-ignore
  it.each([
    ['clears rotation',             [0x00],       0x22, 0],
    ['sets rotation',               [0x80],       0x22, 0],
    ['ends the most urgent',        [0x20],       0x20, 0],
    ['and rotates',                 [0xa0],       0x20, 2],
    ['ends it by rotated priority', [0xc1, 0x20], 0x02, 2],
    ['ends a line',                 [0x65],       0x02, 0],
    ['and rotates',                 [0xe5],       0x02, 6],
    ['sets the lowest priority',    [0xc3],       0x22, 4],
    ['does nothing',                [0x40],       0x22, 0],
  ])('%s by the words %j', (_, words, inService, mostUrgent) => {
    const { pic } = setup();
    for (const line of [5, 1]) {
      pic.raise(line);
      pic.acknowledge();
    }

    for (const word of words) pic.writeCommand(word);

    expect(pic.inService).toBe(inService);
    for (const word of [0x61, 0x65]) pic.writeCommand(word);
    for (let line = 0; line < 8; line++) pic.raise(line);
    expect(pic.acknowledge()).toBe(mostUrgent);
  });

  it('does not rotate where there is nothing to end', () => {
    const { pic } = setup();

    pic.writeCommand(0xa0);

    for (const line of [0, 1]) pic.raise(line);
    expect(pic.acknowledge()).toBe(0);
  });

  it('does not rotate when it ends interrupts by itself, unless it is told so', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x03] });
    pic.raise(3);
    pic.acknowledge();

    for (const line of [3, 4]) pic.raise(line);

    expect(pic.acknowledge()).toBe(3);
  });

  it('does not ask for a line that is in service already', () => {
    const { pic } = setup();
    pic.raise(5);
    pic.acknowledge();

    pic.raise(5);

    expect(pic.output).toBe(false);
  });

  it('lets lower lines through masked ones in service, in special mask mode', () => {
    const { pic } = setup();
    pic.raise(1);
    pic.acknowledge();
    pic.raise(5);
    expect(pic.output).toBe(false);

    pic.writeData(0x02);
    expect(pic.output).toBe(false);
    pic.writeCommand(0x68);
    pic.writeCommand(0x08);
    expect(pic.output).toBe(true);

    pic.acknowledge();
    pic.writeCommand(0x20);
    expect(pic.inService).toBe(0x02);

    pic.raise(5);
    pic.writeCommand(0x48);
    expect(pic.output).toBe(false);
  });

  it('lets the cascade line interrupt itself, in special fully nested mode', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x11] });
    pic.cascade(true);
    pic.acknowledge();

    expect([pic.inService, pic.output]).toEqual([0x04, true]);
    pic.cascade(false);
    expect(pic.output).toBe(false);
  });

  // prettier-ignore
  it.each([
    ['not in that mode',      0x01, true,  (pic: Pic) => { pic.raise(2); }],
    ['not of the slave',      0x11, false, (pic: Pic) => { pic.raise(2); }],
    ['nor any line below it', 0x11, true,  (pic: Pic) => { pic.lower(2); pic.raise(5); }],
  ])('does not let the cascade line interrupt itself: %s', (_, icw4, isMaster, then) => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, icw4] }, isMaster);
    pic.raise(2);
    pic.acknowledge();
    pic.lower(2);

    then(pic);

    expect([pic.inService, pic.output]).toEqual([0x04, false]);
  });

  it('shows requests, service or its mask', () => {
    const { pic } = setup();
    for (const line of [1, 5]) pic.raise(line);
    pic.acknowledge();
    expect(pic.readCommand()).toBe(0x20);

    pic.writeCommand(0x0b);
    expect(pic.readCommand()).toBe(0x02);

    pic.writeCommand(0x08);
    expect(pic.readCommand()).toBe(0x02);

    pic.writeCommand(0x0a);
    expect(pic.readCommand()).toBe(0x20);
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

  it.each([
    ['third and fourth', { icw1: 0x12, rest: [0x30] }],
    ['fourth', { icw1: 0x10, rest: [0x30, 0x04] }],
    ['third', { icw1: 0x13, rest: [0x30, 0x01] }],
  ])('is initialised without the word that its first one leaves out: %s', (_, words) => {
    const { pic } = setup(words);
    expect(pic.masked).toBe(0);

    pic.writeData(0x0f);

    expect([pic.base, pic.masked]).toEqual([0x30, 0x0f]);
  });

  it('is polled only when told so', () => {
    const { pic } = setup();

    for (const command of [0x08, 0x0b, 0x20]) pic.writeCommand(command);

    expect(pic.takePoll()).toBe(false);
  });

  it('acknowledges nothing while it is being initialised', () => {
    const { pic } = setup();
    pic.writeCommand(0x11);
    pic.raise(5);

    expect([pic.acknowledge(), pic.requested]).toEqual([undefined, 0x20]);
  });

  it('begins anew with a first word: nothing masked, in service or rotated', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x01] });
    pic.raise(3);
    pic.acknowledge();
    for (const command of [0xc3, 0x6b, 0x0c]) pic.writeCommand(command);
    pic.writeData(0xff);

    pic.writeCommand(0x11);
    expect([pic.masked, pic.inService, pic.takePoll()]).toEqual([0, 0, false]);
    for (const word of [0x20, 0x04, 0x01]) pic.writeData(word);
    for (const line of [0, 4]) pic.raise(line);
    expect([pic.readCommand(), pic.acknowledge()]).toEqual([0x11, 0]);
  });

  it('forgets automatic ends with a first word that announces no fourth', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x03] });

    pic.writeCommand(0x10);
    for (const word of [0x20, 0x04]) pic.writeData(word);
    pic.raise(3);

    expect([pic.acknowledge(), pic.inService]).toEqual([3, 0x08]);
  });

  it('is as it was at first after a reset', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x13] });
    for (const command of [0xc2, 0x80, 0x68, 0x0b, 0x0c]) pic.writeCommand(command);
    pic.raise(5);

    pic.reset();

    expect(pic.save()).toEqual(new Pic(true, () => undefined).save());
    expect(Object.values(pic.save()).filter(Boolean)).toEqual([0x04]);
  });

  it('goes on as it was after it was restored', () => {
    const { pic } = setup({ icw1: 0x11, rest: [0x20, 0x04, 0x13] });
    for (const command of [0xc2, 0x80, 0x68, 0x0b, 0x0c]) pic.writeCommand(command);
    pic.raise(5);
    const restored = new Pic(true, () => undefined);

    restored.restore(pic.save());

    expect(restored.save()).toEqual(pic.save());
    expect([restored.acknowledge(), restored.takePoll()]).toEqual([5, true]);
  });

  it('has its cascade line level-triggered after reset', () => {
    expect([new Pic(true, () => undefined).levels, new Pic(false, () => undefined).levels]).toEqual(
      [4, 0],
    );
  });
});
