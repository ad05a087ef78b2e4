import { describe, expect, it } from 'vitest';
import {
  isFailure,
  RETRY,
  retry,
  UNHANDLEABLE,
} from '../../../../src/hypervisor/access/emulator/emulation.js';
import { RETRY_BECAUSE } from '../../../../src/hypervisor/access/trace-steps.js';

describe('isFailure', () => {
  it.each([
    [UNHANDLEABLE, true],
    [retry(RETRY.nullOwner), true],
    [7n, false],
    [undefined, false],
    [null, false],
    [{ reps: 1, data: 0n }, false],
    ['no_ram', false],
  ])('of %o: %s', (result, is) => {
    expect(isFailure(result)).toBe(is);
  });
});

describe('RETRY', () => {
  it('is said in words, but for the one that is an answer awaited', () => {
    const { awaitingAnswer, ...shown } = RETRY;

    expect(Object.values(shown)).toEqual(RETRY_BECAUSE.map((_, index) => index));
    expect(awaitingAnswer).toBe(RETRY_BECAUSE.length);
  });
});
