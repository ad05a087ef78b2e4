import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import { gpr, immediate } from '../../../../src/hypervisor/access/instructions/instruction.js';
import { execute } from '../../../support/flat-machine.js';

const DF = 0x400;
const kindsOf = (asked: readonly { kind: string }[]) => asked.map(({ kind }) => kind);

describe('portIn', () => {
  it.each([
    [1, 0x1111_2222_3333_44cfn],
    [2, 0x1111_2222_3333_0ccfn],
    [4, 0xccfn],
  ])('reads %i bytes into RAX', (bytes, expected) => {
    const { asked, cpu, result } = execute(
      { operation: 'in', bytes, operands: [gpr(GPR.rdx)] },
      { registers: { rdx: 0xf_0ccfn, rax: 0x1111_2222_3333_4444n } },
    );

    expect(asked).toEqual([{ kind: 'port_in', port: 0xccf, bytes }]);
    expect([cpu.gpr[GPR.rax], result]).toEqual([expected, 0xccfn]);
  });
});

describe('portOut', () => {
  it('writes as much of RAX as it is wide', () => {
    const { asked } = execute(
      { operation: 'out', bytes: 2, operands: [immediate(0xe4n)] },
      { registers: { rax: 0x1_2345n } },
    );

    expect(asked).toEqual([{ kind: 'port_out', port: 0xe4, bytes: 2, value: 0x2345n }]);
  });
});

describe('inputString', () => {
  it('asks for the port before it looks at memory', () => {
    const { asked, at, cpu } = execute(
      { operation: 'ins', bytes: 2 },
      { registers: { rdx: 0x3f8n, rdi: 0x1000n } },
    );

    expect(kindsOf(asked)).toEqual(['port_intercept', 'port_in', 'write']);
    expect(asked[0]).toEqual({ kind: 'port_intercept', port: 0x3f8, bytes: 2, input: true });
    expect([at(0x1000), cpu.gpr[GPR.rdi], cpu.rip]).toEqual([0x3f8n, 0x1002n, 0x104n]);
  });

  it('asks for many at once where it repeats, and stays for those that were not done', () => {
    const { asked, cpu } = execute(
      { operation: 'ins', bytes: 2, repeat: 'repe' },
      {
        registers: { rdx: 0x3f8n, rdi: 0x1000n, rcx: 5n },
        answer: ({ kind }) => (kind === 'rep_ins' ? 3n : undefined),
      },
    );

    expect(asked[1]).toEqual({
      kind: 'rep_ins',
      destination: 0x1000,
      port: 0x3f8,
      bytes: 2,
      reps: 5,
      backwards: false,
    });
    expect([cpu.gpr[GPR.rcx], cpu.gpr[GPR.rdi], cpu.rip]).toEqual([2n, 0x1006n, 0x100n]);
  });

  it('does nothing where none are left', () => {
    expect(execute({ operation: 'ins', repeat: 'repe' }).asked).toEqual([]);
  });
});

describe('outputString', () => {
  it('reads memory and writes the port', () => {
    const { asked, cpu } = execute(
      { operation: 'outs', bytes: 1 },
      { registers: { rdx: 0xe9n, rsi: 0x1000n }, flags: DF, memory: { 0x1000: 0x41n } },
    );

    expect(kindsOf(asked)).toEqual(['port_intercept', 'read', 'port_out']);
    expect(asked[0]).toEqual({ kind: 'port_intercept', port: 0xe9, bytes: 1, input: false });
    expect(asked[2]).toEqual({ kind: 'port_out', port: 0xe9, bytes: 1, value: 0x41n });
    expect(cpu.gpr[GPR.rsi]).toBe(0xfffn);
  });

  it('asks for many at once where it repeats, and stays for those that were not done', () => {
    const { asked, cpu } = execute(
      { operation: 'outs', bytes: 2, repeat: 'repe' },
      {
        registers: { rdx: 0xe9n, rsi: 0x1000n, rcx: 5n },
        answer: ({ kind }) => (kind === 'rep_outs' ? 3n : undefined),
      },
    );

    expect(kindsOf(asked)).toEqual(['port_intercept', 'rep_outs']);
    expect([cpu.gpr[GPR.rcx], cpu.gpr[GPR.rsi], cpu.rip]).toEqual([2n, 0x1006n, 0x100n]);
  });

  it('goes one by one where nobody does many at once', () => {
    const { asked, cpu } = execute(
      { operation: 'outs', bytes: 4, repeat: 'repe' },
      { registers: { rdx: 0xe9n, rsi: 0x1000n, rcx: 2n } },
    );

    expect(kindsOf(asked)).toEqual(['port_intercept', 'rep_outs', 'read', 'port_out']);
    expect([cpu.gpr[GPR.rcx], cpu.gpr[GPR.rsi], cpu.rip]).toEqual([1n, 0x1004n, 0x100n]);
  });

  it('does nothing where none are left', () => {
    expect(execute({ operation: 'outs', repeat: 'repe' }).asked).toEqual([]);
  });
});
