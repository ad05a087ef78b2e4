import { describe, expect, it } from 'vitest';
import { newCpuState } from '../../../src/hypervisor/access/cpu-state.js';
import { instruction } from '../../../src/hypervisor/access/instructions/instruction.js';
import {
  MAX_INSTRUCTION_BYTES,
  machineCode,
  singleInstruction,
} from '../../../src/hypervisor/access/program.js';
import { decodeInstruction } from '../../../src/x86/decode.js';
import { bytesOf } from '../../support/guest.js';

const at = (rip: bigint) => ({ ...newCpuState(), rip });

describe('singleInstruction', () => {
  it('is done when it has been executed', () => {
    const only = instruction({ operation: 'nop', bytes: 1, length: 3 });
    const program = singleInstruction(only);

    expect(program.next(at(0n))).toBe(only);
    expect([program.isDone(at(0n)), program.isDone(at(3n))]).toEqual([false, true]);
  });
});

describe('machineCode', () => {
  const program = machineCode(bytesOf('90 8907 ffc0'), 0x1000n, decodeInstruction);

  it.each([
    [0x1000n, 'nop'],
    [0x1001n, 'mov'],
    [0x1003n, 'inc'],
    [0x1002n, undefined],
    [0x2000n, undefined],
  ])('has at 0x%x: %s', (rip, operation) => {
    expect(program.next(at(rip))?.operation).toBe(operation);
  });

  it('is done at its end', () => {
    expect([program.isDone(at(0x1005n)), program.isDone(at(0x1003n))]).toEqual([true, false]);
  });

  it.each([
    ['90 8b', 'instruction 8b is incomplete'],
    ['90 0600', 'instruction 0600 is invalid'],
    ['90 0fa2', 'instruction 0fa2 is unsupported'],
  ])('refuses %s before anything of it is executed', (code, message) => {
    expect(() => machineCode(bytesOf(code), 0n, decodeInstruction)).toThrow(message);
  });

  it('shows a decoder no more than the longest instruction', () => {
    expect(MAX_INSTRUCTION_BYTES).toBe(15);
    const seen: number[] = [];
    machineCode(new Uint8Array(20), 0n, (code) => {
      seen.push(code.length);
      return instruction({ operation: 'nop', bytes: 1, length: 10 });
    });

    expect(seen).toEqual([15, 10]);
  });
});
