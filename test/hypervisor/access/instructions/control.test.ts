import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import type { Operation } from '../../../../src/hypervisor/access/instructions/operation.js';
import {
  gpr,
  immediate,
  memoryAt,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const [CF, IF, DF, ZF, FIXED] = [1, 0x200, 0x400, 0x40, 2];
/** The instruction is four bytes at 0x100. */
const NEXT = 0x104n;
const stack = (value = 0n) => ({ registers: { rsp: 0x2000n }, memory: { 0x2000: value } });

describe('push and pop', () => {
  it('write below the stack pointer and move it', () => {
    const { asked, cpu } = execute(
      { operation: 'push', bytes: 8, operands: [immediate(-2n)] },
      stack(),
    );

    expect(asked).toEqual([{ kind: 'write', gla: 0x1ff8, bytes: 8, value: 2n ** 64n - 2n }]);
    expect(cpu.gpr[GPR.rsp]).toBe(0x1ff8n);
  });

  it('read before they push', () => {
    const { asked } = execute(
      { operation: 'push', bytes: 2, operands: [memoryAt(0x1000n)] },
      stack(),
    );

    expect(asked.map(({ kind }) => kind)).toEqual(['read', 'write']);
  });

  it('form the address of a destination after the stack pointer has moved', () => {
    const onStack = { ...memoryAt(0n), base: GPR.rsp };
    const { asked } = execute({ operation: 'pop', bytes: 8, operands: [onStack] }, stack(7n));

    expect(asked).toMatchObject([
      { kind: 'read', gla: 0x2000 },
      { kind: 'write', gla: 0x2008, value: 7n },
    ]);
  });
});

describe('call and ret', () => {
  it('push the next instruction and go to a place relative to it', () => {
    const { asked, cpu } = execute({ operation: 'call', operands: [immediate(-0x10n)] }, stack());

    expect(asked).toMatchObject([{ kind: 'write', gla: 0x1ff8, bytes: 8, value: NEXT }]);
    expect(cpu.rip).toBe(NEXT - 0x10n);
  });

  it('call a place that memory names', () => {
    const { cpu } = execute(
      { operation: 'call', operands: [memoryAt(0x1000n)] },
      { registers: { rsp: 0x2000n }, memory: { 0x1000: 0x555n } },
    );

    expect(cpu.rip).toBe(0x555n);
  });

  it('return, and drop arguments if told so', () => {
    const { cpu } = execute({ operation: 'ret', operands: [immediate(0x18n)] }, stack(0x777n));

    expect([cpu.rip, cpu.gpr[GPR.rsp]]).toEqual([0x777n, 0x2020n]);
    expect(execute({ operation: 'ret' }, stack(0x777n)).cpu.gpr[GPR.rsp]).toBe(0x2008n);
  });
});

describe('jump, jumpOnCondition and loop', () => {
  it('go to a relative place, or to the one that a register holds', () => {
    expect(execute({ operation: 'jmp', operands: [immediate(6n)] }).cpu.rip).toBe(NEXT + 6n);
    expect(
      execute({ operation: 'jmp', operands: [gpr(GPR.rax)] }, { registers: { rax: 0x10n } }).cpu
        .rip,
    ).toBe(0x10n);
  });

  it.each([
    [ZF, NEXT + 6n],
    [0, NEXT],
  ])('with flags 0x%x a je goes to 0x%x', (flags, rip) => {
    const fields = { operation: 'jcc', condition: 4, operands: [immediate(6n)] } as const;

    expect(execute(fields, { flags }).cpu.rip).toBe(rip);
  });

  // prettier-ignore
  it.each<[bigint, 4 | 8, bigint, bigint]>([
    // RCX               size  RCX after        RIP
    [2n,                 8,    1n,              NEXT - 8n],
    [1n,                 8,    0n,              NEXT],
    [0n,                 4,    0xffff_ffffn,    NEXT - 8n],
    [0x1_0000_0001n,     4,    0n,              NEXT],
  ])('a loop with count 0x%x of %i bytes leaves 0x%x', (rcx, addressBytes, left, rip) => {
    const fields = { operation: 'loop', addressBytes, operands: [immediate(-8n)] } as const;
    const { cpu } = execute(fields, { registers: { rcx } });

    expect([cpu.gpr[GPR.rcx], cpu.rip]).toEqual([left, rip]);
  });
});

describe('flag instructions', () => {
  const ALL = CF | IF | DF | FIXED;

  it.each<[Operation, number]>([
    ['clc', ALL & ~CF],
    ['cld', ALL & ~DF],
    ['cli', ALL & ~IF],
    ['stc', ALL],
    ['std', ALL],
    ['sti', ALL],
    ['cmc', ALL & ~CF],
  ])('%s', (operation, flags) => {
    expect(execute({ operation }, { flags: ALL }).cpu.rflags).toBe(flags);
  });

  it.each<[Operation, number]>([
    ['stc', CF | FIXED],
    ['std', DF | FIXED],
    ['sti', IF | FIXED],
    ['cmc', CF | FIXED],
  ])('%s with none set', (operation, flags) => {
    expect(execute({ operation }).cpu.rflags).toBe(flags);
  });
});
