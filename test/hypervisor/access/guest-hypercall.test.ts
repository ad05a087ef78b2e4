import { describe, expect, it } from 'vitest';
import type { GuestCall } from '../../../src/hypervisor/access/access-request.js';
import { GPR } from '../../../src/hypervisor/access/cpu-state.js';
import { guestWithClaim, HOLE } from '../../support/guest.js';

const VMCALL = '0f01c1';
const ENOSYS = -38n;
const registers = { rax: 0xdead_0000_0022n, rdi: 1n, rsi: 2n, rdx: 3n, r10: 4n, r8: 5n, r9: 6n };

/** What a hypercall can do while it is being made. */
function during<T>(act: (call: GuestCall) => T, world = guestWithClaim()) {
  let result: T | undefined;
  const access = world.insn(VMCALL, registers, {
    hypercall(_, call) {
      result = act(call);
      return -22;
    },
  });
  return { ...world, access, result };
}

describe('performHypercall', () => {
  it('hands over number and arguments, and leaves the answer in RAX', () => {
    const { access, result } = during(({ number, args }) => [number, args]);

    expect(result).toEqual([0x22, [1n, 2n, 3n, 4n, 5n, 6n]]);
    expect(access).toMatchObject({ outcome: 'completed', exits: [] });
    expect(access.cpu.gpr[GPR.rax]).toBe(2n ** 64n - 22n);
  });

  it('is ENOSYS where nobody answers', () => {
    const { cpu } = guestWithClaim().insn(VMCALL, registers);

    expect(BigInt.asIntN(64, cpu.gpr[GPR.rax]!)).toBe(ENOSYS);
  });

  it('copies from and to guest memory', () => {
    const { result, ram } = during(({ read, write }) => {
      const before = read(0x5000n, 3);
      const done = write(0x5001n, Uint8Array.of(7, 8));
      return [before, done, read(0x5000n, 3)];
    });

    expect(result).toEqual([Uint8Array.of(0, 0, 0), true, Uint8Array.of(0, 7, 8)]);
    expect(ram(0x5000, 3)).toEqual([0, 7, 8]);
  });

  it('cannot copy where there is no RAM, nor write where a server owns the page', () => {
    const { result } = during(({ read, write }) => [
      read(BigInt(HOLE), 1),
      write(BigInt(HOLE), Uint8Array.of(1)),
      read(0x3000n, 1),
      write(0x3000n, Uint8Array.of(1)),
    ]);

    expect(result).toEqual([undefined, false, Uint8Array.of(0), false]);
  });

  it('goes through the guest its own tables, where it has some', () => {
    const world = guestWithClaim();
    const access = world.insn(VMCALL, registers, {
      hypercall: (_, { read, write }) =>
        read(0x5000n, 1) === undefined && !write(0x5000n, Uint8Array.of(1)) ? 1 : 0,
      cpu: { ...world.insn('90').cpu, rip: 0x9000n, cr3: BigInt(HOLE) },
    });

    expect(access.cpu.gpr[GPR.rax]).toBe(1n);
  });
});
