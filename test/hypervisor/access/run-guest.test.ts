import { describe, expect, it } from 'vitest';
import { GPR } from '../../../src/hypervisor/access/cpu-state.js';
import { runGuest } from '../../../src/hypervisor/access/run-guest.js';
import { guestWithRam, HOLE, machineCode, preparedAccess } from '../../support/guest.js';

const UD = { kind: 'exception', exception: { vector: 6 } };

function run(code: string, registers = {}, memory: readonly [number, readonly number[]][] = []) {
  const world = guestWithRam();
  for (const [gpa, bytes] of memory) world.fill(gpa, bytes);
  const access = preparedAccess(world, { kind: 'insn', ...machineCode(code, registers) });
  return { access, stop: runGuest(access) };
}

describe('runGuest', () => {
  it('executes instruction after instruction to the end', () => {
    // mov eax, 5; dec eax; jnz -4
    const { access, stop } = run('b805000000 ffc8 75fc');

    expect(stop).toBeUndefined();
    expect([access.cpu.gpr[GPR.rax], access.cpu.rip]).toEqual([0n, 0x9009n]);
  });

  it('stops where something stops the guest, at the instruction that did', () => {
    // inc eax; mov [rdi], eax
    const { access, stop } = run('ffc0 8907', { rdi: BigInt(HOLE) });

    expect(stop).toMatchObject({ kind: 'EPT_VIOLATION', gpa: HOLE });
    expect(access.instruction).toMatchObject({ operation: 'mov' });
    expect([access.cpu.gpr[GPR.rax], access.cpu.rip]).toEqual([1n, 0x9002n]);
  });

  it('goes on in guest memory, and comes back', () => {
    // call rdi; there: inc eax; ret
    const { access, stop } = run('ffd7', { rdi: 0x5000n }, [[0x5000, [0xff, 0xc0, 0xc3]]]);

    expect(stop).toBeUndefined();
    expect(access.cpu.gpr[GPR.rax]).toBe(1n);
  });

  it.each([[[0x06]], [[0x0f, 0xa2]]])('raises #UD in guest memory at %j', (bytes) => {
    expect(run('ffe7', { rdi: 0x5000n }, [[0x5000, bytes]]).stop).toEqual(UD);
  });

  it('stops at memory that it cannot fetch from', () => {
    const { access, stop } = run('ffe7', { rdi: BigInt(HOLE) });

    expect(stop).toMatchObject({ kind: 'EPT_VIOLATION', gpa: HOLE, qualification: 0x184 });
    expect(access.instruction).toBeUndefined();
  });

  it('repeats a string instruction to its end', () => {
    const { access, stop } = run('f3aa', { rdi: 0x5000n, rcx: 3n });

    expect(stop).toBeUndefined();
    expect(access.cpu.gpr[GPR.rdi]).toBe(0x5003n);
  });

  it('repeats it where it does a part at a time', () => {
    const { access, stop } = run('f3aa', { rdi: 0x4ffen, rcx: 4n });

    expect(stop).toBeUndefined();
    expect(access.cpu.gpr[GPR.rdi]).toBe(0x5002n);
  });

  it('gives up on a guest that gets nowhere', () => {
    expect(run('ebfe').stop).toEqual({ kind: 'spinning' });
  });

  it('gives up on a guest that goes round and round', { timeout: 30_000 }, () => {
    // here: nop; jmp here
    expect(run('90 ebfd').stop).toEqual({ kind: 'spinning' });
  });

  it('raises #UD where nobody is there to decode', () => {
    const world = guestWithRam();
    const request = { kind: 'insn', ...machineCode('ffe7', { rdi: 0x5000n }) } as const;
    const access = preparedAccess(world, request);
    access.program = Object.assign(access.program, { decode: undefined });

    expect(runGuest(access)).toEqual(UD);
  });
});
