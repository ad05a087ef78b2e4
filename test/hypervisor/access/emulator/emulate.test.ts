import { describe, expect, it } from 'vitest';
import { GPR } from '../../../../src/hypervisor/access/cpu-state.js';
import { emulate, forget } from '../../../../src/hypervisor/access/emulator/emulate.js';
import type { DomainSpec } from '../../../../src/hypervisor/domain-spec.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import {
  fillTables,
  guestWithRam,
  guestWithServer,
  HOLE,
  machineCode,
  preparedAccess,
  requestsOf,
} from '../../../support/guest.js';

const WRITE = 0;
const [IN_PROCESS, RESP_READY] = [2, 3];

/** The first instruction of some machine code, about to be emulated. */
function emulating(
  code: string,
  registers: Parameters<typeof machineCode>[1] = {},
  spec: DomainSpec = {},
) {
  const world = guestWithServer({}, spec);
  const access = preparedAccess(world, { kind: 'insn', ...machineCode(code, registers) });
  access.instruction = access.program.next(access.cpu);
  return { ...world, access, io: access.vcpu.io, again: () => runTask(emulate(access)) };
}

const hole = { rdi: BigInt(HOLE), rsi: 0x3000n };

describe('emulate', () => {
  it('does an instruction whose operands are RAM', () => {
    const { access, again, fill } = emulating('8b06', hole);
    fill(0x3000, [7]);

    expect(again()).toBeUndefined();
    expect([access.cpu.gpr[GPR.rax], access.cpu.rip, access.data]).toEqual([7n, 0x9002n, 7n]);
  });

  it('keeps nothing but its I/O state while a device model has the request', () => {
    const { access, again, io } = emulating('8b07', hole);
    const before = access.cpu;

    expect(again()).toMatchObject({ failure: 'retry' });
    expect([access.cpu, io.completion, io.reexecutions]).toEqual([before, 'mmio', 1]);
    expect(io.mmioCache).toHaveLength(1);

    Object.assign(io.request, { state: RESP_READY, data: 5n });
    expect(again()).toBeUndefined();
    expect([access.cpu.gpr[GPR.rax], io.completion, io.reexecutions]).toEqual([5n, 'none', 0]);
    expect([io.mmioCache, access.latched, access.readCache.size]).toEqual([[], undefined, 0]);
  });

  it('reads guest memory once, however often it begins anew', () => {
    const { again, io, fill, access } = emulating('a5', { rsi: 0x3000n, rdi: BigInt(HOLE) });
    fill(0x3000, [1]);
    again();
    fill(0x3000, [2]);
    Object.assign(io.request, { state: RESP_READY });

    expect(again()).toBeUndefined();
    expect(requestsOf(access)).toEqual([[WRITE, HOLE, 4, 1n]]);
  });

  it.each([
    ['ed', 'in eax, dx', 'pio'],
    ['ef', 'out dx, eax', 'pio'],
    ['6d', 'insd', 'mmio'],
  ])('of %s (%s) leaves it to be finished as %s', (code, _, completion) => {
    const { again, io, server } = emulating(
      code,
      { rdx: 0x600n, rdi: 0x3000n },
      {
        knobs: { pio_write_completion: true },
      },
    );
    server.ranges('port').add(0x600n, 0x603n);
    again();

    expect(io.completion).toBe(completion);
  });

  it('has more to do where one request has not done all', () => {
    const { again, io } = emulating('f36c', { rdi: 0x3ffen, rdx: 0x600n, rcx: 4n });

    expect(again()).toEqual({ failure: 'retry', why: 2 });
    expect(io.mmioRetry).toBe(true);
  });

  it('begins anew with what the first try has left', () => {
    const { again, access, io } = emulating('8b07', hole);
    again();
    forget(access);

    expect([io.completion, io.mmioCache]).toEqual(['none', []]);
  });

  // prettier-ignore
  it.each([
    // code      what it is       how it ends
    ['0fae3f',   'clflush [rdi]', undefined],
    ['0f0b',     'ud2',           { failure: 'exception', exception: { vector: 6 } }],
    ['f4',       'hlt',           { failure: 'unhandleable' }],
    ['0f01c1',   'vmcall',        { failure: 'unhandleable' }],
    ['0fae07',   'fxsave [rdi]',  { failure: 'unhandleable' }],
    ['0fae06',   'fxsave [rsi]',  undefined],
    ['f00fb10f', 'cmpxchg',       { failure: 'retry', why: 5 }],
    ['f0480fc70f', 'cmpxchg16b',  { failure: 'retry', why: 5 }],
    ['aa',       'stosb',         { failure: 'retry', why: 5 }],
    ['6c',       'insb',          { failure: 'retry', why: 5 }],
    ['6e',       'outsb',         undefined],
  ])('of %s (%s): %o', (code, _, ending) => {
    expect(emulating(code, hole).again()).toEqual(ending);
  });

  it('compares a device with RAX, and writes it if they are equal', () => {
    const nobody = { rdi: BigInt(HOLE) + 0x5000n, rcx: 5n };
    const equal = emulating('f00fb10f', { ...nobody, rax: 0xffff_ffffn });
    const other = emulating('f00fb10f', { ...nobody, rax: 1n });

    expect([equal.again(), other.again()]).toEqual([undefined, undefined]);
    expect(equal.access.trace).toHaveLength(2);
    expect(other.access.trace).toHaveLength(1);
    expect(other.access.cpu.gpr[GPR.rax]).toBe(0xffff_ffffn);
  });

  it('cannot do what could not even be fetched', () => {
    expect(runTask(emulate(preparedAccess(guestWithRam())))).toEqual({ failure: 'unhandleable' });
  });

  it('fetches from RAM alone', () => {
    const world = guestWithRam();
    world.fill(0x3000, [0x90]);
    const fetch = (gpa: number, cr3?: bigint) => {
      const access = preparedAccess(world, { kind: 'exec', gpa, size: 1 });
      access.cpu.cr3 = cr3;
      access.instruction = access.program.next(access.cpu);
      return [runTask(emulate(access)), access.data];
    };

    expect(fetch(0x3000)).toEqual([undefined, 0x90n]);
    expect(fetch(HOLE)).toEqual([{ failure: 'unhandleable' }, undefined]);
    expect(fetch(0x3000, 0x5000n)).toMatchObject([{ failure: 'exception' }, undefined]);
    fillTables(world, [0x6001n]);
    world.fill(0x6000, [0x90]);
    expect(fetch(0, 0x1000n)).toEqual([undefined, 0x90n]);
  });

  it('cannot do anything while another request is under way', () => {
    const { again, io } = emulating('8b07', hole);
    io.request.state = IN_PROCESS;

    expect(again()).toEqual({ failure: 'unhandleable' });
  });

  it('writes a port', () => {
    const { again, access, server } = emulating('ef', { rdx: 0x600n, rax: 0x1234n });
    server.ranges('port').add(0x600n, 0x603n);

    expect(again()).toBeUndefined();
    expect(requestsOf(access)).toEqual([[WRITE, 0x600, 4, 0x1234n]]);
    expect(access.ioreqs).toMatchObject([{ count: 1, df: false }]);
  });
});
