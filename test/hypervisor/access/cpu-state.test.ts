import { describe, expect, it } from 'vitest';
import {
  assignCpuState,
  copyCpuState,
  flag,
  GPR,
  newCpuState,
  readGpr,
  setFlags,
  writeGpr,
} from '../../../src/hypervisor/access/cpu-state.js';

const [CF, FIXED, ZF] = [1, 2, 0x40];

describe('newCpuState', () => {
  it('has the flag that is always one, and no paging', () => {
    expect(newCpuState()).toMatchObject({ rflags: FIXED, cr0: 0x1_0000, cr3: undefined });
  });
});

describe('readGpr and writeGpr', () => {
  // prettier-ignore
  it.each([
    // bytes  read          register after writing -1
    [1,       0x88n,        0x1122_3344_5566_77ffn],
    [2,       0x7788n,      0x1122_3344_5566_ffffn],
    [4,       0x5566_7788n, 0x0000_0000_ffff_ffffn],
    [8,       0x1122_3344_5566_7788n, 0xffff_ffff_ffff_ffffn],
  ])('of %i bytes', (bytes, low, after) => {
    const cpu = newCpuState();
    cpu.gpr[GPR.r15] = 0x1122_3344_5566_7788n;
    expect(readGpr(cpu, GPR.r15, bytes)).toBe(low);

    writeGpr(cpu, GPR.r15, bytes, -1n);
    expect(cpu.gpr[GPR.r15]).toBe(after);
  });
});

describe('setFlags', () => {
  it('replaces those of the mask and leaves the others', () => {
    const cpu = { ...newCpuState(), rflags: CF | FIXED };
    setFlags(cpu, CF | ZF, ZF | 0x800);

    expect([cpu.rflags, flag(cpu, ZF), flag(cpu, CF)]).toEqual([ZF | FIXED, true, false]);
  });
});

describe('copyCpuState', () => {
  it('shares no register with what it was made from', () => {
    const cpu = newCpuState();
    const copy = copyCpuState(cpu);
    copy.gpr[0] = 1n;
    copy.xmm = copy.xmm.with(0, 1n);
    copy.rip = 1n;

    expect(cpu).toEqual(newCpuState());
  });
});

describe('assignCpuState', () => {
  it('makes two states equal that share nothing', () => {
    const from = { ...newCpuState(), rip: 7n, cr3: 0x1000n };
    from.gpr[GPR.rsi] = 1n;
    const to = newCpuState();
    assignCpuState(to, from);
    expect(to).toEqual(from);

    to.gpr[GPR.rsi] = 2n;
    expect(from.gpr[GPR.rsi]).toBe(1n);
  });
});
