import { describe, expect, it } from 'vitest';
import { UnsupportedInstruction } from '../../../src/hypervisor/access/unsupported-instruction.js';

describe('UnsupportedInstruction', () => {
  it('shows the machine code', () => {
    const error = new UnsupportedInstruction('invalid', Uint8Array.of(0x0f, 4));

    expect([error.name, error.message]).toEqual([
      'UnsupportedInstruction',
      'instruction 0f04 is invalid',
    ]);
  });
});
