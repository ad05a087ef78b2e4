import { describe, expect, it } from 'vitest';
import type { GuestCall } from '../../../src/hypervisor/access/access-request.js';
import { GPR } from '../../../src/hypervisor/access/cpu-state.js';
import { fillTables, guestWithClaim, guestWithServer, HOLE } from '../../support/guest.js';

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

  it('is made by the vcpu, until it is answered', () => {
    const { d1, insn } = guestWithClaim();
    const access = insn(VMCALL, registers, {
      hypercall: ({ calling }) => (calling === d1.vcpu(0) ? 1 : 0),
    });

    expect([access.cpu.gpr[GPR.rax], d1.calling]).toEqual([1n, undefined]);
  });

  it('leaves nothing that it has read to the instructions behind it', () => {
    const { d1, guest, insn, answer } = guestWithServer();
    // vmcall; movsd from 0x5000 to a device
    const access = insn(
      `${VMCALL} a5`,
      { rsi: 0x5000n, rdi: BigInt(HOLE) },
      {
        hypercall(_, { read }) {
          read(0x5000n, 4);
          d1.ram.write(0x5000 as never, Uint8Array.of(7));
          return 0;
        },
      },
    );
    answer();

    expect(access.ioreqs).toMatchObject([{ addr: HOLE, data: 7n }]);
    expect(guest({ kind: 'read', gpa: 0x5000, size: 1 }).data).toBe(7n);
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

  it('reads what the guest may only read, and does not write it', () => {
    const world = guestWithClaim();
    fillTables(world, [0x5001n]);
    const access = world.insn(VMCALL, registers, {
      hypercall: (_, { read, write }) =>
        read(0n, 1) !== undefined && !write(0n, Uint8Array.of(1)) ? 1 : 0,
      cpu: { ...world.insn('90').cpu, rip: 0x9000n, cr3: 0x1000n },
    });

    expect([access.cpu.gpr[GPR.rax], world.ram(0x5000, 1)]).toEqual([1n, [0]]);
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
