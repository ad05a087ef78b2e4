import { describe, expect, it } from 'vitest';
import { RMW_OPERATIONS } from '../../../../src/hypervisor/access/access-request.js';
import { OPERATIONS } from '../../../../src/hypervisor/access/instructions/operation.js';

describe('OPERATIONS', () => {
  it('names each once', () => {
    expect(new Set(OPERATIONS).size).toBe(OPERATIONS.length);
  });

  it('has every one that a read-modify-write can be', () => {
    expect(RMW_OPERATIONS.filter((name) => !OPERATIONS.includes(name))).toEqual([]);
  });
});
