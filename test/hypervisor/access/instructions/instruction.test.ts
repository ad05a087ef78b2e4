import { describe, expect, it } from 'vitest';
import {
  gpr,
  immediate,
  instruction,
  memoryAt,
} from '../../../../src/hypervisor/access/instructions/instruction.js';

describe('instruction', () => {
  it('has no prefix and 64-bit addresses unless it says so', () => {
    expect(instruction({ operation: 'mov', bytes: 2 })).toEqual({
      operation: 'mov',
      length: 1,
      bytes: 2,
      sourceBytes: 2,
      operands: [],
      addressBytes: 8,
      repeat: 'none',
      lock: false,
      condition: 0,
      aligned: false,
    });
    expect(instruction({ operation: 'movzx', bytes: 4, sourceBytes: 1 }).sourceBytes).toBe(1);
  });
});

describe('operands', () => {
  it('are plain data', () => {
    expect(gpr(3)).toEqual({ kind: 'gpr', register: 3, high: false });
    expect(immediate(-1n)).toEqual({ kind: 'immediate', value: -1n });
    expect(memoryAt(0x10n)).toEqual({
      kind: 'memory',
      base: undefined,
      index: undefined,
      scale: 1,
      displacement: 0x10n,
    });
  });
});
