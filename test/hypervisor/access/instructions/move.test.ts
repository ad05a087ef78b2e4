import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import {
  gpr,
  immediate,
  memoryAt,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const ZF = 0x40;
const memory = memoryAt(0x1000n);
const rax = gpr(GPR.rax);
const registers = { rax: 0x1111_2222_3333_4444n };
const stored = { 0x1000: 0x8899_aabb_ccdd_eeffn };

describe('move', () => {
  it('stores what the operand size takes of an immediate', () => {
    const { asked, result } = execute({
      operation: 'mov',
      bytes: 2,
      operands: [memory, immediate(-1n)],
    });

    expect(asked).toEqual([{ kind: 'write', gla: 0x1000, bytes: 2, value: 0xffffn }]);
    expect(result).toBeUndefined();
  });

  // prettier-ignore
  it.each([
    // bytes  RAX after
    [1,       0x1111_2222_3333_44ffn],
    [2,       0x1111_2222_3333_eeffn],
    [4,       0xccdd_eeffn],
    [8,       0x8899_aabb_ccdd_eeffn],
  ])('loads %i bytes into a register', (bytes, expected) => {
    const { cpu, result } = execute(
      { operation: 'mov', bytes, operands: [rax, memory] },
      { registers, memory: stored },
    );

    expect(cpu.gpr[GPR.rax]).toBe(expected);
    expect(result).toBe(BigInt.asUintN(8 * bytes, stored[0x1000]));
  });
});

describe('moveZeroExtended and moveSignExtended', () => {
  it.each([
    ['movzx', 4, 1, 0xffn],
    ['movzx', 8, 2, 0xeeffn],
    ['movsx', 2, 1, 0x1111_2222_3333_ffffn],
    ['movsx', 4, 1, 0xffff_ffffn],
    ['movsx', 8, 4, 0xffff_ffff_ccdd_eeffn],
  ] as const)('%s to %i bytes from %i', (operation, bytes, sourceBytes, expected) => {
    const { asked, cpu } = execute(
      { operation, bytes, sourceBytes, operands: [rax, memory] },
      { registers, memory: stored },
    );

    expect(asked).toMatchObject([{ kind: 'read', bytes: sourceBytes }]);
    expect(cpu.gpr[GPR.rax]).toBe(expected);
  });
});

describe('loadEffectiveAddress', () => {
  it('asks nothing of memory', () => {
    const operand = { ...memory, base: GPR.rbx, index: GPR.rcx, scale: 4 };
    const { asked, cpu } = execute(
      { operation: 'lea', bytes: 8, operands: [rax, operand] },
      { registers: { rbx: 0x10n, rcx: 2n } },
    );

    expect([asked, cpu.gpr[GPR.rax]]).toEqual([[], 0x1018n]);
  });

  it('takes no register', () => {
    expect(() => execute({ operation: 'lea', operands: [rax, rax] })).toThrow(RangeError);
  });
});

describe('conditionalMove', () => {
  it.each([
    [ZF, 0xccdd_eeffn],
    [0, 0x3333_4444n],
  ])('with flags 0x%x leaves 0x%x, and reads memory in any case', (flags, expected) => {
    const { asked, cpu } = execute(
      { operation: 'cmov', condition: 4, operands: [rax, memory] },
      { registers, flags, memory: stored },
    );

    expect(asked.map(({ kind }) => kind)).toEqual(['read']);
    expect(cpu.gpr[GPR.rax]).toBe(expected);
  });
});

describe('setOnCondition', () => {
  it.each([
    [ZF, 1n],
    [0, 0n],
  ])('with flags 0x%x stores %i', (flags, value) => {
    const { asked } = execute(
      { operation: 'set', bytes: 1, condition: 4, operands: [memory] },
      { flags },
    );

    expect(asked).toEqual([{ kind: 'write', gla: 0x1000, bytes: 1, value }]);
  });
});
