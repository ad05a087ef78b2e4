import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/usage-error.js';

describe('UsageError', () => {
  it('says what is wrong with the line', () => {
    expect(new UsageError('--nr is missing').message).toBe('--nr is missing');
  });
});
