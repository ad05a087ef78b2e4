import { describe, expect, it } from 'vitest';
import {
  cpuOf,
  registers,
  registersAfter,
  registersOf,
} from '../../../src/routes/guest/cpu-word.js';

const RCX = 1;
const RDI = 7;
const FIXED = 1 << 1;
const CR0_WP = 1 << 16;

const given = (regs: object) => cpuOf(registers.decode(regs));

describe('cpuOf', () => {
  it('has what is said in the registers that are meant', () => {
    const cpu = given({ rcx: '0xffffffffffffffff', rdi: 5, rip: '0x12000', rflags: '0x41' });

    expect(cpu.gpr[RCX]).toBe(0xffff_ffff_ffff_ffffn);
    expect(cpu.gpr[RDI]).toBe(5n);
    expect(cpu.rip).toBe(0x1_2000n);
    expect(cpu.rflags).toBe(0x41 | FIXED);
  });

  it.each([
    ['0x80000046', 0x46],
    ['0x1fffffffffffff', 0x3f_7fd7],
    ['0x8028', FIXED],
  ])('has no more flags than RFLAGS has: of %s', (rflags, left) => {
    expect(given({ rflags }).rflags).toBe(left);
  });

  it('has vector registers in halves, and those of MMX under an exponent of ones', () => {
    const cpu = given({ xmm2: '0x1122334455667788aabbccddeeff0011', mm1: '0x99' });

    expect(cpu.xmm[4]).toBe(0xaabb_ccdd_eeff_0011n);
    expect(cpu.xmm[5]).toBe(0x1122_3344_5566_7788n);
    expect(cpu.x87.registers[1]).toBe((0xffffn << 64n) | 0x99n);
  });

  it('has paging and the interrupt table as said', () => {
    expect(given({ cr0: '0x0', cr3: '0x15000', idt_base: '0x14000', idt_limit: '0x1ff' })).toEqual(
      expect.objectContaining({ cr0: 0, cr3: 0x1_5000n, idtBase: 0x1_4000n, idtLimit: 0x1ff }),
    );
  });

  it('is zero where nothing is said, with write protection and without paging', () => {
    expect(cpuOf()).toEqual(
      expect.objectContaining({ rip: 0n, rflags: FIXED, cr0: CR0_WP, cr3: undefined }),
    );
  });
});

describe('registersOf', () => {
  it('gives back what was said, without the vector registers that are 0', () => {
    const regs = {
      rax: '0x1',
      r15: '0x2',
      rip: '0x3',
      rflags: '0x2',
      xmm15: `0x${'f'.repeat(32)}`,
    };
    const answer = registersAfter.encode(registersOf(given(regs)));

    expect(answer).toMatchObject(regs);
    expect(answer).toMatchObject({ rbx: '0x0' });
    expect(answer).not.toHaveProperty('xmm0');
  });
});
