import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asking } from '../../../console/src/live/asking.js';

describe('Asking', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function asked() {
    const answers: ((value: number) => void)[] = [];
    const replies = { answered: vi.fn(), failed: vi.fn() };
    const ask = vi.fn(() => new Promise<number>((resolve) => void answers.push(resolve)));
    return { asking: new Asking(ask, replies), ask, answers, replies };
  }
  const later = () => vi.advanceTimersByTimeAsync(1000);

  it('asks once however often it is told to soon', async () => {
    const { asking, ask } = asked();
    asking.soon();
    asking.soon();
    asking.soon();
    await later();

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks once more after an answer that may be too old', async () => {
    const { asking, ask, answers, replies } = asked();
    asking.now();
    asking.soon();
    await later();
    expect(ask).toHaveBeenCalledTimes(1);

    answers[0]?.(1);
    await later();
    expect(replies.answered).toHaveBeenCalledWith(1);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('says nothing more once it is stopped', async () => {
    const { asking, answers, replies } = asked();
    asking.now();
    asking.stop();
    answers[0]?.(1);
    await later();

    expect(replies.answered).not.toHaveBeenCalled();
  });

  it('tells of what failed', async () => {
    const failed = vi.fn();
    const refused = new Error('refused');
    new Asking(() => Promise.reject(refused), { answered: vi.fn(), failed }).now();
    await later();

    expect(failed).toHaveBeenCalledWith(refused);
  });
});
