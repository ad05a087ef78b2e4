import { describe, expect, it } from 'vitest';
import { newX87, pushSt } from '../../../../src/hypervisor/access/x87-state.js';
import {
  immediate,
  memoryAt,
  type Operand,
} from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const memory = memoryAt(0x1000n);
const st = (register: number): Operand => ({ kind: 'st', register });
const ONE = 0x3fff_8000_0000_0000_0000n;
const TWO = 0x4000_8000_0000_0000_0000n;
const withStack = (...values: bigint[]) => ({
  prepare: (cpu: { x87: ReturnType<typeof newX87> }) => {
    cpu.x87 = values.reduceRight(pushSt, newX87());
  },
});

describe('loadFloat', () => {
  it.each([
    [4, 0x4000_0000n],
    [8, 0x4000_0000_0000_0000n],
  ])('pushes a number of %i bytes', (bytes, raw) => {
    const { cpu } = execute(
      { operation: 'fld', bytes, operands: [memory] },
      { memory: { 0x1000: raw } },
    );

    expect([cpu.x87.top, cpu.x87.registers[7]]).toEqual([7, TWO]);
  });

  it('pushes ten bytes as they are, and what is in another register', () => {
    const loaded = execute(
      { operation: 'fld', bytes: 10, operands: [memory] },
      { memory: { 0x1000: 0x8000_0000_0000_0000n, 0x1008: 0x3fffn } },
    );
    const copied = execute({ operation: 'fld', bytes: 10, operands: [st(1)] }, withStack(ONE, TWO));

    expect(loaded.cpu.x87.registers[7]).toBe(ONE);
    expect(copied.cpu.x87.registers[5]).toBe(TWO);
  });
});

describe('loadConstant', () => {
  it('pushes the constant', () => {
    const { cpu } = execute({ operation: 'fld_constant', bytes: 10, operands: [immediate(ONE)] });

    expect(cpu.x87.registers[7]).toBe(ONE);
  });
});

describe('storeFloat', () => {
  // prettier-ignore
  it.each([
    // operation bytes  in memory                top after
    ['fst',      4,     0x4000_0000n,            7],
    ['fstp',     8,     0x4000_0000_0000_0000n,  0],
    ['fstp',     10,    TWO,                     0],
  ] as const)('%s of %i bytes', (operation, bytes, value, top) => {
    const { asked, cpu } = execute({ operation, bytes, operands: [memory] }, withStack(TWO));

    expect(asked).toEqual([{ kind: 'write', gla: 0x1000, bytes, value }]);
    expect(cpu.x87.top).toBe(top);
  });

  it('copies to another register', () => {
    const { cpu } = execute(
      { operation: 'fst', bytes: 10, operands: [st(1)] },
      withStack(ONE, TWO),
    );

    expect(cpu.x87.registers.slice(6)).toEqual([ONE, ONE]);
  });
});

describe('initialize', () => {
  it('makes the stack begin anew and keeps what the registers hold', () => {
    const { cpu } = execute({ operation: 'fninit' }, withStack(ONE));

    expect([cpu.x87.top, cpu.x87.registers[7]]).toEqual([0, ONE]);
  });
});

describe('saveImage', () => {
  it('writes control words, the x87 stack from its top, and the SSE registers', () => {
    const { asked, at } = execute(
      { operation: 'fxsave', bytes: 512, operands: [memory] },
      {
        prepare(cpu) {
          cpu.x87 = pushSt(pushSt(newX87(), TWO), ONE);
          cpu.xmm = cpu.xmm.with(1, 0x1234n);
        },
      },
    );

    expect(asked).toMatchObject([{ kind: 'write_image', gla: 0x1000, image: { length: 512 } }]);
    expect([at(0x1000, 2), at(0x1002, 2)]).toEqual([0x37fn, 6n << 11n]);
    expect([at(0x1018, 4), at(0x101c, 4)]).toEqual([0x1f80n, 0xffffn]);
    expect([at(0x1020, 10), at(0x1030, 10)]).toEqual([ONE, TWO]);
    expect(at(0x10a8)).toBe(0x1234n);
  });
});
