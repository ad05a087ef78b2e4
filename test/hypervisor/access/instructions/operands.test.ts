import { describe, expect, it } from 'vitest';
import { GPR, newCpuState } from '../../../../src/hypervisor/access/cpu-state.js';
import {
  effectiveAddress,
  operand,
  toGla,
} from '../../../../src/hypervisor/access/instructions/operands.js';
import {
  gpr,
  immediate,
  instruction,
  memoryAt,
  type Operand,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const GP = { kind: 'raise', exception: { vector: 13, error: 0 } };
const high = (register: number): Operand => ({ kind: 'gpr', register, high: true });

describe('operand', () => {
  it('fails loudly where there is none', () => {
    const mov = instruction({ operation: 'mov', bytes: 1, operands: [immediate(1n)] });

    expect(operand(mov, 0)).toEqual(immediate(1n));
    expect(() => operand(mov, 1)).toThrow('mov has no operand 1');
  });
});

describe('effectiveAddress', () => {
  it.each([
    [8, 0x1_0000_0007n],
    [4, 7n],
  ] as const)('wraps at %i bytes', (addressBytes, expected) => {
    const cpu = newCpuState();
    cpu.gpr[GPR.rsi] = 0xffff_ffffn;
    cpu.gpr[GPR.rdi] = 2n;
    const operand = { ...memoryAt(-8n), base: GPR.rsi, index: GPR.rdi, scale: 8 };
    const mov = instruction({ operation: 'mov', bytes: 1, addressBytes });

    expect(effectiveAddress(cpu, mov, operand)).toBe(expected);
  });
});

describe('toGla', () => {
  it.each([
    [0n, 0],
    [2n ** 52n - 1n, 2 ** 52 - 1],
    [2n ** 64n - 0x1000n, -0x1000],
    [2n ** 64n - 2n ** 52n, -(2 ** 52)],
  ])('of 0x%x', (address, gla) => {
    expect(toGla(address).next()).toEqual({ done: true, value: gla });
  });

  it.each([2n ** 52n, 2n ** 63n, 2n ** 64n - 2n ** 52n - 1n])('raises #GP for 0x%x', (address) => {
    expect(toGla(address).next()).toEqual({ done: false, value: GP });
  });
});

describe('load and store', () => {
  it('reach the second byte of a register', () => {
    const { cpu } = execute(
      { operation: 'mov', bytes: 1, operands: [high(GPR.rax), high(GPR.rbx)] },
      { registers: { rax: 0x1122_3344n, rbx: 0xabcdn } },
    );

    expect(cpu.gpr[GPR.rax]).toBe(0x1122_ab44n);
  });

  it('reach MMX and x87 registers', () => {
    const mm: Operand = { kind: 'mm', register: 1 };
    const st: Operand = { kind: 'st', register: 2 };
    const { cpu } = execute(
      { operation: 'mov', bytes: 8, operands: [mm, gpr(GPR.rax)] },
      { registers: { rax: 7n } },
    );
    const moved = execute(
      { operation: 'mov', bytes: 10, operands: [st, mm] },
      { prepare: (state) => (state.x87 = cpu.x87) },
    );

    expect(cpu.x87.registers[1]).toBe(0xffff_0000_0000_0000_0007n);
    expect(moved.cpu.x87.registers[2]).toBe(7n);
  });

  it('raise #GP where an aligned operand is not', () => {
    const fields = { operation: 'mov', bytes: 16, aligned: true } as const;
    const xmm: Operand = { kind: 'xmm', register: 0 };

    for (const operands of [
      [xmm, memoryAt(0x1008n)],
      [memoryAt(0x1008n), xmm],
    ])
      expect(execute({ ...fields, operands }).asked).toEqual([GP]);
    for (const operands of [
      [xmm, memoryAt(0x1010n)],
      [memoryAt(0x1010n), xmm],
    ])
      expect(execute({ ...fields, operands }).asked).toMatchObject([{ gla: 0x1010, bytes: 16 }]);
  });

  it('store nothing in an immediate', () => {
    expect(() => execute({ operation: 'inc', operands: [immediate(1n)] })).toThrow(RangeError);
  });
});
