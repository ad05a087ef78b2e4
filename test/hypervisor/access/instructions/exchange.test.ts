import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import { gpr, memoryAt } from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const [CF, ZF, FIXED] = [1, 0x40, 2];
const memory = memoryAt(0x1000n);
const [rax, rbx] = [gpr(GPR.rax), gpr(GPR.rbx)];

describe('exchange', () => {
  it('swaps a register and memory in one update', () => {
    const { asked, at, cpu } = execute(
      { operation: 'xchg', operands: [memory, rbx] },
      { registers: { rbx: 5n }, memory: { 0x1000: 9n } },
    );

    expect(asked.map(({ kind }) => kind)).toEqual(['update']);
    expect([at(0x1000), cpu.gpr[GPR.rbx]]).toEqual([5n, 9n]);
  });

  it('swaps registers', () => {
    const { cpu } = execute(
      { operation: 'xchg', bytes: 2, operands: [rax, rbx] },
      { registers: { rax: 0x1_1111n, rbx: 0x2_2222n } },
    );

    expect([cpu.gpr[GPR.rax], cpu.gpr[GPR.rbx]]).toEqual([0x1_2222n, 0x2_1111n]);
  });

  it('gives the register its own value back where the place takes no writes', () => {
    const { cpu } = execute(
      { operation: 'xchg', operands: [memory, rbx] },
      { registers: { rbx: 5n }, answer: () => undefined },
    );

    expect(cpu.gpr[GPR.rbx]).toBe(5n);
  });
});

describe('exchangeAdd', () => {
  it('adds to memory and leaves the value before in the register', () => {
    const { at, cpu, result } = execute(
      { operation: 'xadd', bytes: 1, operands: [memory, rbx] },
      { registers: { rbx: 1n }, memory: { 0x1000: 0xffn } },
    );

    expect([at(0x1000), cpu.gpr[GPR.rbx], result]).toEqual([0n, 0xffn, 0xffn]);
    expect(cpu.rflags & (CF | ZF)).toBe(CF | ZF);
  });

  it('adds to a register, the sum last where both are the same', () => {
    const { cpu } = execute(
      { operation: 'xadd', operands: [rax, rax] },
      { registers: { rax: 4n } },
    );

    expect(cpu.gpr[GPR.rax]).toBe(8n);
  });

  it('changes nothing, not even flags, where the place takes no writes', () => {
    const { cpu } = execute(
      { operation: 'xadd', operands: [memory, rbx] },
      { registers: { rbx: 5n }, flags: CF | FIXED, answer: () => undefined },
    );

    expect([cpu.gpr[GPR.rbx], cpu.rflags]).toEqual([5n, CF | FIXED]);
  });
});

describe('compareExchange', () => {
  it('stores where RAX is what is there', () => {
    const { asked, at, cpu } = execute(
      { operation: 'cmpxchg', operands: [memory, rbx] },
      { registers: { rax: 9n, rbx: 5n }, memory: { 0x1000: 9n } },
    );

    expect(asked).toMatchObject([
      { kind: 'read', forUpdate: true },
      { kind: 'compare_exchange', expected: 9n, replacement: 5n },
    ]);
    expect([at(0x1000), cpu.rflags & ZF]).toEqual([5n, ZF]);
  });

  it('leaves the upper half of RAX alone where it stores', () => {
    const { cpu } = execute(
      { operation: 'cmpxchg', operands: [memory, rbx] },
      { registers: { rax: 0x1111_2222_0000_0009n }, memory: { 0x1000: 9n } },
    );

    expect(cpu.gpr[GPR.rax]).toBe(0x1111_2222_0000_0009n);
  });

  it('takes what is there into RAX where it is something else', () => {
    const { at, cpu } = execute(
      { operation: 'cmpxchg', operands: [memory, rbx] },
      { registers: { rax: 8n, rbx: 5n }, memory: { 0x1000: 9n } },
    );

    expect([at(0x1000), cpu.gpr[GPR.rax], cpu.rflags & ZF]).toEqual([9n, 9n, 0]);
  });

  it('takes what is there into RAX where it has changed in between', () => {
    const { cpu } = execute(
      { operation: 'cmpxchg', operands: [memory, rbx] },
      { registers: { rax: 9n }, answer: ({ kind }) => (kind === 'read' ? 9n : 7n) },
    );

    expect([cpu.gpr[GPR.rax], cpu.rflags & ZF]).toEqual([7n, 0]);
  });

  it.each([
    [4n, 6n, ZF],
    [5n, 4n, 0],
  ])('with RAX %i makes a register %i', (expected, after, zero) => {
    const { cpu } = execute(
      { operation: 'cmpxchg', operands: [gpr(GPR.rcx), rbx] },
      { registers: { rax: expected, rbx: 6n, rcx: 4n } },
    );

    expect([cpu.gpr[GPR.rcx], cpu.rflags & ZF]).toEqual([after, zero]);
  });
});

describe('compareExchangePair', () => {
  const registers = { rdx: 1n, rax: 2n, rcx: 3n, rbx: 4n };

  it('compares EDX:EAX and stores ECX:EBX', () => {
    const { at, cpu } = execute(
      { operation: 'cmpxchg8b', bytes: 4, operands: [memory] },
      { registers, flags: CF | FIXED, memory: { 0x1000: 0x1_0000_0002n } },
    );

    expect([at(0x1000), cpu.rflags]).toEqual([0x3_0000_0004n, CF | ZF | FIXED]);
  });

  it('loads EDX:EAX where they differ', () => {
    const { cpu } = execute(
      { operation: 'cmpxchg8b', bytes: 4, operands: [memory] },
      { registers, flags: ZF | FIXED, memory: { 0x1000: 0x7_0000_0008n } },
    );

    expect([cpu.gpr[GPR.rdx], cpu.gpr[GPR.rax], cpu.rflags]).toEqual([7n, 8n, FIXED]);
  });

  it('takes sixteen bytes that are aligned, else #GP; eight may lie anywhere', () => {
    const { at } = execute(
      { operation: 'cmpxchg16b', bytes: 8, operands: [memory] },
      { registers, memory: { 0x1000: 2n, 0x1008: 1n } },
    );
    const operands = [memoryAt(0x1008n)];
    const odd = execute({ operation: 'cmpxchg16b', bytes: 8, operands });
    const eight = execute({ operation: 'cmpxchg8b', bytes: 4, operands }, { registers });

    expect([at(0x1000), at(0x1008)]).toEqual([4n, 3n]);
    expect(odd.asked).toEqual([{ kind: 'raise', exception: { vector: 13, error: 0 } }]);
    expect(eight.asked).toMatchObject([{ kind: 'read', gla: 0x1008, bytes: 8 }]);
  });

  it('takes no register', () => {
    expect(() => execute({ operation: 'cmpxchg8b', operands: [rax] })).toThrow(RangeError);
  });
});
