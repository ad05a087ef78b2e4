import { describe, expect, it } from 'vitest';
import { INSTRUCTIONS } from '../../../../src/hypervisor/access/instructions/instruction-table.js';
import { OPERATIONS } from '../../../../src/hypervisor/access/instructions/operation.js';

describe('INSTRUCTIONS', () => {
  it('says what every operation does, and of no other', () => {
    expect(Object.keys(INSTRUCTIONS)).toEqual([...OPERATIONS]);
  });
});
