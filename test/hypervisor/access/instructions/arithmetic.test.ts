import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import type { Operation } from '../../../../src/hypervisor/access/instructions/operation.js';
import {
  gpr,
  immediate,
  memoryAt,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const [CF, ZF, FIXED] = [1, 0x40, 2];
const memory = memoryAt(0x1000n);
const [rax, rcx] = [gpr(GPR.rax), gpr(GPR.rcx)];

describe('binary', () => {
  it('changes memory in one update and answers the value before', () => {
    const { asked, at, result } = execute(
      { operation: 'add', operands: [memory, rcx] },
      { registers: { rcx: 5n }, memory: { 0x1000: 0x1_0000_0003n } },
    );

    expect(asked).toMatchObject([{ kind: 'update', gla: 0x1000, bytes: 4 }]);
    expect([at(0x1000), result]).toEqual([0x1_0000_0008n, 3n]);
  });

  it('reads a source in memory and changes a register', () => {
    const { asked, cpu } = execute(
      { operation: 'sub', operands: [rax, memory] },
      { registers: { rax: 3n }, memory: { 0x1000: 3n } },
    );

    expect(asked).toMatchObject([{ kind: 'read', gla: 0x1000, bytes: 4, forUpdate: false }]);
    expect([cpu.gpr[GPR.rax], cpu.rflags & ZF]).toEqual([0n, ZF]);
  });

  it('takes the carry that was set before', () => {
    const { cpu } = execute(
      { operation: 'adc', operands: [rax, immediate(1n)] },
      { registers: { rax: 1n }, flags: CF | FIXED },
    );

    expect(cpu.gpr[GPR.rax]).toBe(3n);
  });

  it('leaves the flags alone where the place takes no writes', () => {
    const { cpu } = execute(
      { operation: 'xor', operands: [memory, rcx] },
      { flags: CF | FIXED, answer: () => undefined },
    );

    expect(cpu.rflags).toBe(CF | FIXED);
  });
});

describe('compare', () => {
  it.each<[Operation, bigint, number]>([
    ['cmp', 7n, ZF],
    ['cmp', 8n, 0],
    ['test', 8n, ZF],
    ['test', 7n, 0],
  ])('%s with %i keeps only the flags', (operation, value, zero) => {
    const { asked, cpu, result } = execute(
      { operation, operands: [memory, immediate(value)] },
      { memory: { 0x1000: 7n } },
    );

    expect(asked.map(({ kind }) => kind)).toEqual(['read']);
    expect([cpu.rflags & ZF, result]).toEqual([zero, 7n]);
  });
});

describe('unary', () => {
  it.each<[Operation, bigint]>([
    ['inc', 8n],
    ['dec', 6n],
    ['neg', 0xf9n],
    ['not', 0xf8n],
  ])('%s changes memory', (operation, expected) => {
    const { at } = execute({ operation, bytes: 1, operands: [memory] }, { memory: { 0x1000: 7n } });

    expect(at(0x1000)).toBe(expected);
  });
});

describe('shiftBy and doubleShiftBy', () => {
  it('take the count from the low byte of the operand', () => {
    const { at } = execute(
      { operation: 'shl', operands: [memory, rcx] },
      { registers: { rcx: 0x104n }, memory: { 0x1000: 3n } },
    );

    expect(at(0x1000)).toBe(0x30n);
  });

  it('write the old value back where the count is zero, and change no flag', () => {
    const { asked, at, cpu } = execute(
      { operation: 'shr', operands: [memory, immediate(0x20n)] },
      { flags: CF | FIXED, memory: { 0x1000: 3n } },
    );

    expect(asked.map(({ kind }) => kind)).toEqual(['update']);
    expect([at(0x1000), cpu.rflags]).toEqual([3n, CF | FIXED]);
  });

  it('keep a register where the count is zero', () => {
    const { cpu } = execute(
      { operation: 'rol', operands: [rax, immediate(0n)] },
      { registers: { rax: 9n } },
    );

    expect(cpu.gpr[GPR.rax]).toBe(9n);
  });

  it('shift bits of the second operand in', () => {
    const { at } = execute(
      { operation: 'shld', operands: [memory, rax, immediate(8n)] },
      { registers: { rax: 0xab00_0000n }, memory: { 0x1000: 0x11n } },
    );

    expect(at(0x1000)).toBe(0x11abn);
  });
});

describe('bitTest', () => {
  // prettier-ignore
  it.each<[Operation, bigint, number]>([
    // operation  bit in RCX  address
    ['bt',        5n,         0x1000],
    ['bt',        37n,        0x1004],
    ['bts',       64n,        0x1008],
    ['btr',       -1n,        0x0ffc],
    ['btc',       -33n,       0x0ff8],
  ])('%s of bit %i goes to the word at 0x%x', (operation, bit, gla) => {
    const { asked } = execute(
      { operation, operands: [memory, rcx] },
      { registers: { rcx: BigInt.asUintN(32, bit) } },
    );

    expect(asked).toMatchObject([{ gla, bytes: 4, kind: operation === 'bt' ? 'read' : 'update' }]);
  });

  it('stays within the operand where the index is an immediate', () => {
    const { asked, at, cpu } = execute(
      { operation: 'bts', operands: [memory, immediate(37n)] },
      { flags: CF | FIXED },
    );

    expect(asked).toMatchObject([{ kind: 'update', gla: 0x1000 }]);
    expect([at(0x1000), cpu.rflags & CF]).toEqual([0x20n, 0]);
  });

  it('works on registers', () => {
    const { cpu } = execute(
      { operation: 'btr', operands: [rax, rcx] },
      { registers: { rax: 0x30n, rcx: 36n } },
    );

    expect([cpu.gpr[GPR.rax], cpu.rflags & CF]).toEqual([0x20n, CF]);
  });
});
