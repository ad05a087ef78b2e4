import { describe, expect, it } from 'vitest';
import { GP, UD } from '../../../src/hypervisor/access/outcome.js';

describe('exceptions', () => {
  it('have an error code only where hardware pushes one', () => {
    expect(UD).toEqual({ vector: 6 });
    expect(GP).toEqual({ vector: 13, error: 0 });
  });
});
