import { describe, expect, it } from 'vitest';
import { runGuest } from '../../../src/hypervisor/access/run-guest.js';
import { guestWithRam, HOLE, machineCode, preparedAccess } from '../../support/guest.js';

describe('a stop', () => {
  // prettier-ignore
  it.each([
    // code      what it is       stop
    ['8907',     'mov [rdi], eax', { kind: 'EPT_VIOLATION', gpa: HOLE, gla: HOLE, qualification: 0x182 }],
    ['8a06',     'mov al, [rsi]',  { kind: 'EPT_MISCONFIG', gpa: 0x3000 }],
    ['ed',       'in eax, dx',     { kind: 'IO', port: 0x600, bytes: 4, input: true, string: false }],
    ['66ef',     'out dx, ax',     { kind: 'IO', port: 0x600, bytes: 2, input: false, string: false }],
    ['f36c',     'rep insb',       { kind: 'IO', port: 0x600, bytes: 1, input: true, string: true }],
    ['0f0b',     'ud2',            { kind: 'exception', exception: { vector: 6 } }],
    ['f4',       'hlt',            { kind: 'halt' }],
    ['0f01c1',   'vmcall',         { kind: 'hypercall' }],
  ])('of %s (%s)', (code, _, stop) => {
    const world = guestWithRam();
    world.retype(3, 'ram_rw', 'w');
    const registers = { rdi: BigInt(HOLE), rsi: 0x3000n, rdx: 0x600n, rcx: 2n };
    const access = preparedAccess(world, { kind: 'insn', ...machineCode(code, registers) });

    expect(runGuest(access)).toEqual(stop);
  });
});
