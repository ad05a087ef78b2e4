import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import type { Operation } from '../../../../src/hypervisor/access/instructions/operation.js';
import { execute } from '../../../support/flat-machine.js';

const [CF, ZF, DF, FIXED] = [1, 0x40, 0x400, 2];
const kindsOf = (asked: readonly { kind: string }[]) => asked.map(({ kind }) => kind);
/** The instruction is four bytes at 0x100. */
const [SAME, NEXT] = [0x100n, 0x104n];

describe('moveString', () => {
  const memory = { 0x1000: 0x8877_6655_4433_2211n };

  it('copies one element', () => {
    const { at, cpu } = execute(
      { operation: 'movs', bytes: 2 },
      { registers: { rsi: 0x1000n, rdi: 0x2000n, rcx: 9n }, memory },
    );

    expect(at(0x2000)).toBe(0x2211n);
    expect([...cpu.gpr.slice(GPR.rsi, GPR.rdi + 1)]).toEqual([0x1002n, 0x2002n]);
    expect([cpu.gpr[GPR.rcx], cpu.rip]).toEqual([9n, NEXT]);
  });

  it('asks for all of them at once, never more than 4096', () => {
    const registers = { rsi: 0x1000n, rdi: 0x2000n, rcx: 0x1_0000n };
    const { asked, cpu } = execute(
      { operation: 'movs', bytes: 4, repeat: 'repe' },
      { registers, flags: DF, answer: () => 4096n },
    );

    expect(asked).toEqual([
      {
        kind: 'rep_movs',
        source: 0x1000,
        destination: 0x2000,
        bytes: 4,
        reps: 4096,
        backwards: true,
      },
    ]);
    expect(cpu.gpr[GPR.rcx]).toBe(0xf000n);
    expect(cpu.gpr[GPR.rsi]).toBe(BigInt.asUintN(64, 0x1000n - 0x4000n));
  });

  it('goes one by one where nobody does many at once, and stays for the rest', () => {
    const { asked, cpu } = execute(
      { operation: 'movs', bytes: 4, repeat: 'repe' },
      { registers: { rsi: 0x1000n, rdi: 0x2000n, rcx: 2n }, memory },
    );

    expect(kindsOf(asked)).toEqual(['rep_movs', 'read', 'write']);
    expect([cpu.gpr[GPR.rcx], cpu.rip]).toEqual([1n, SAME]);
  });

  it('takes 32-bit registers with 32-bit addresses', () => {
    const { cpu } = execute(
      { operation: 'movs', bytes: 1, addressBytes: 4 },
      { registers: { rsi: 0x7_0000_1000n, rdi: 0x7_0000_2000n } },
    );

    expect(cpu.gpr[GPR.rsi]).toBe(0x1001n);
  });
});

describe('storeString', () => {
  it('stores RAX', () => {
    const { at, cpu } = execute(
      { operation: 'stos', bytes: 4 },
      { registers: { rdi: 0x1000n, rax: 0x1_2345_6789n }, flags: DF },
    );

    expect([at(0x1000), cpu.gpr[GPR.rdi]]).toEqual([0x2345_6789n, 0xffcn]);
  });

  it('asks for all of them at once', () => {
    const { asked, cpu } = execute(
      { operation: 'stos', bytes: 1, repeat: 'repe' },
      { registers: { rdi: 0x1000n, rax: 0xabn, rcx: 3n }, answer: () => 3n },
    );

    expect(asked).toMatchObject([{ kind: 'rep_stos', destination: 0x1000, value: 0xabn, reps: 3 }]);
    expect([cpu.gpr[GPR.rcx], cpu.gpr[GPR.rdi], cpu.rip]).toEqual([0n, 0x1003n, NEXT]);
  });
});

describe('loadString', () => {
  it('loads RAX', () => {
    const { cpu, result } = execute(
      { operation: 'lods', bytes: 2 },
      { registers: { rsi: 0x1000n }, memory: { 0x1000: 0xabcd_ef01n } },
    );

    expect([cpu.gpr[GPR.rax], cpu.gpr[GPR.rsi], result]).toEqual([0xef01n, 0x1002n, 0xef01n]);
  });
});

describe('scanString and compareString', () => {
  // prettier-ignore
  it.each<[Operation, 'repe' | 'repne', bigint, bigint, number, bigint]>([
    // operation repeat   found count  flags  RIP
    ['scas',     'repne', 5n,   3n,    ZF,    NEXT],
    ['scas',     'repne', 4n,   3n,    0,     SAME],
    ['scas',     'repe',  5n,   3n,    ZF,    SAME],
    ['scas',     'repe',  6n,   3n,    CF,    NEXT],
    ['scas',     'repe',  5n,   1n,    ZF,    NEXT],
    ['cmps',     'repe',  5n,   3n,    ZF,    SAME],
    ['cmps',     'repe',  6n,   3n,    CF,    NEXT],
  ])('%s %s finds %i with %i to go', (operation, repeat, found, rcx, flags, rip) => {
    const { cpu } = execute(
      { operation, repeat, bytes: 1 },
      {
        registers: { rax: 5n, rsi: 0x1000n, rdi: 0x2000n, rcx },
        memory: { 0x1000: 5n, 0x2000: found },
      },
    );

    expect([cpu.rflags & (CF | ZF), cpu.rip]).toEqual([flags, rip]);
    expect([cpu.gpr[GPR.rcx], cpu.gpr[GPR.rdi]]).toEqual([rcx - 1n, 0x2001n]);
  });

  it('compare one element without a prefix', () => {
    const { cpu } = execute(
      { operation: 'cmps', bytes: 1 },
      { registers: { rsi: 0x1000n, rdi: 0x2000n, rcx: 4n }, memory: { 0x1000: 1n } },
    );

    expect([cpu.rflags & ZF, cpu.rip, cpu.gpr[GPR.rcx]]).toEqual([0, NEXT, 4n]);
  });
});

describe('a repeated string instruction', () => {
  it.each<[Operation, string[]]>([
    ['movs', ['read', 'write']],
    ['stos', ['write']],
  ])('%s does not ask for the last one as many', (operation, kinds) => {
    const { asked, cpu } = execute(
      { operation, repeat: 'repe' },
      { registers: { rsi: 0x1000n, rdi: 0x2000n, rcx: 1n } },
    );

    expect([kindsOf(asked), cpu.rip]).toEqual([kinds, NEXT]);
  });

  it.each<Operation>(['movs', 'stos', 'lods', 'scas', 'cmps'])(
    '%s does nothing where none are left',
    (operation) => {
      const { asked, cpu } = execute({ operation, repeat: 'repe' });

      expect([asked, cpu.rip, cpu.rflags]).toEqual([[], NEXT, FIXED]);
    },
  );
});
