import { afterEach, describe, expect, it, vi } from 'vitest';
import { Turn } from '../../../src/routes/world/turn.js';

describe('Turn', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is over after a millisecond', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(100);
    const turn = new Turn();

    expect(turn.isOver()).toBe(false);
    clock.mockReturnValue(101);
    expect(turn.isOver()).toBe(true);
    expect(turn.isSpent).toBe(false);
  });

  it('is over, and spent, after the batches that its caller allows', () => {
    const turn = new Turn(2);

    expect([turn.isOver(), turn.isSpent]).toEqual([false, false]);
    expect([turn.isOver(), turn.isSpent]).toEqual([true, true]);
  });

  it('lets others go first before it is renewed', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(100);
    const turn = new Turn();
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    clock.mockReturnValue(200);

    await turn.renew();
    order.push('renewed');

    expect(order).toEqual(['another', 'renewed']);
    expect(turn.isOver()).toBe(false);
  });

  it('is never over where nobody else is given one', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(100);
    const turn = new Turn(Number.POSITIVE_INFINITY, true);
    clock.mockReturnValue(1e9);

    expect(turn.isOver()).toBe(false);
  });
});
