import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import { gpr, memoryAt } from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const operands = [memoryAt(0x1000n)];

describe('storeIdt', () => {
  it('writes the limit, then the base', () => {
    const { asked } = execute(
      { operation: 'sidt', bytes: 10, operands },
      {
        prepare(cpu) {
          cpu.idtBase = 0xffff_8000_0001_4000n;
          cpu.idtLimit = 0x1ff;
        },
      },
    );

    expect(asked).toEqual([
      { kind: 'write', gla: 0x1000, bytes: 2, value: 0x1ffn },
      { kind: 'write', gla: 0x1002, bytes: 8, value: 0xffff_8000_0001_4000n },
    ]);
  });
});

describe('flushCacheLine and fetchOnly', () => {
  it('touch and fetch', () => {
    expect(execute({ operation: 'clflush', operands }).asked).toEqual([
      { kind: 'touch', gla: 0x1000 },
    ]);
    const { asked, result } = execute(
      { operation: 'fetch', bytes: 2, operands },
      { memory: { 0x1000: 0x0789n } },
    );
    expect([asked, result]).toEqual([[{ kind: 'fetch', gla: 0x1000, bytes: 2 }], 0x789n]);
  });

  it.each(['sidt', 'clflush', 'fetch', 'fxsave'] as const)('%s takes no register', (operation) => {
    expect(() => execute({ operation, operands: [gpr(GPR.rax)] })).toThrow(RangeError);
  });
});

describe('the rest', () => {
  it('is for others to do', () => {
    expect(execute({ operation: 'nop' }).asked).toEqual([]);
    expect(execute({ operation: 'hlt' }).asked).toEqual([{ kind: 'halt' }]);
    expect(execute({ operation: 'hypercall' }).asked).toEqual([{ kind: 'hypercall' }]);
    expect(execute({ operation: 'ud' }).asked).toEqual([
      { kind: 'raise', exception: { vector: 6 } },
    ]);
  });
});
