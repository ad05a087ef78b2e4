import { describe, expect, it } from 'vitest';
import { PROCESS } from '../../src/cli/terminal.js';

describe('PROCESS', () => {
  it('is told when the user ends it', () => {
    const before = process.listeners('SIGINT');
    const signal = PROCESS.interrupted();
    const [end] = process.listeners('SIGINT').filter((one) => !before.includes(one));
    expect(signal.aborted).toBe(false);

    end?.('SIGINT');

    expect(signal.aborted).toBe(true);
    if (end !== undefined) process.off('SIGINT', end).off('SIGTERM', end);
  });
});
