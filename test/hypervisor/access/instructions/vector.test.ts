import { describe, expect, it } from 'vitest';
import {
  memoryAt,
  type Operand,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const memory = memoryAt(0x1000n);
const xmm: Operand = { kind: 'xmm', register: 1 };
const mm: Operand = { kind: 'mm', register: 2 };

describe('vectorMove', () => {
  it.each([4, 8, 16])('stores %i bytes of an SSE register', (bytes) => {
    const { asked } = execute(
      { operation: 'vector_move', bytes, operands: [memory, xmm] },
      {
        prepare(cpu) {
          cpu.xmm = cpu.xmm.with(2, 0x1111_2222_3333_4444n).with(3, 0x5555_6666_7777_8888n);
        },
      },
    );
    const value = BigInt.asUintN(8 * bytes, 0x5555_6666_7777_8888_1111_2222_3333_4444n);

    expect(asked).toEqual([{ kind: 'write', gla: 0x1000, bytes, value }]);
  });

  it('clears what a load does not fill', () => {
    const { cpu } = execute(
      { operation: 'vector_move', bytes: 4, operands: [xmm, memory] },
      {
        memory: { 0x1000: 0xaabb_ccdd_1122_3344n },
        prepare(cpu) {
          cpu.xmm = cpu.xmm.map(() => 7n);
        },
      },
    );

    expect([...cpu.xmm.slice(2, 4)]).toEqual([0x1122_3344n, 0n]);
  });

  it('loads MMX registers', () => {
    const { cpu } = execute(
      { operation: 'vector_move', bytes: 8, operands: [mm, memory] },
      { memory: { 0x1000: 5n } },
    );

    expect(cpu.x87.registers[2]).toBe(0xffff_0000_0000_0000_0005n);
  });
});
