import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../../src/hypervisor/access/access-request.js';
import { copyCpuState, GPR } from '../../../src/hypervisor/access/cpu-state.js';
import { executeOnProcessor, fetchCode } from '../../../src/hypervisor/access/processor.js';
import { exitsOf, guestWithRam, HOLE, machineCode, preparedAccess } from '../../support/guest.js';

function onProcessor(code: string, registers: Parameters<typeof machineCode>[1] = {}) {
  const world = guestWithRam();
  const access = preparedAccess(world, { kind: 'insn', ...machineCode(code, registers) });
  const decoded = access.program.next(access.cpu)!;
  return { ...world, access, run: () => executeOnProcessor(access, decoded) };
}

describe('executeOnProcessor', () => {
  it('reads and writes an operand across a page border', () => {
    const { run, ram } = onProcessor('4889 07', { rdi: 0x3ffdn, rax: 0x8877_6655_4433_2211n });

    expect(run()).toBeUndefined();
    expect(ram(0x3ffd)).toEqual([0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88]);
    const read = onProcessor('488b07', { rdi: 0x3ffdn });
    read.fill(0x3ffd, [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88]);
    read.run();
    expect(read.access.data).toBe(0x8877_6655_4433_2211n);
  });

  it('changes nothing of an operand whose second page exits', () => {
    const { run, ram, retype } = onProcessor('4889 07', { rdi: 0x3ffdn, rax: 2n ** 64n - 1n });
    retype(4, 'ram_ro');

    expect(run()).toMatchObject({ kind: 'EPT_VIOLATION', gpa: 0x4000 });
    expect(ram(0x3ffd)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('keeps no register of an instruction that stops', () => {
    const { run, access } = onProcessor('ff37', { rdi: BigInt(HOLE) });
    const before = copyCpuState(access.cpu);

    expect(run()).toMatchObject({ kind: 'EPT_VIOLATION' });
    expect(access.cpu).toEqual(before);
  });

  it.each([
    [0n, 7],
    [5n, 6],
  ])('compares memory with %i and then has there %i', (rax, after) => {
    const { run, fill, ram } = onProcessor('f0480fc70f', { rdi: 0x3000n, rax, rbx: 7n });
    fill(0x3000, [rax === 0n ? 0 : 6]);
    run();

    expect(ram(0x3000, 1)).toEqual([after]);
  });

  it.each([
    ['8b07', 'a load', undefined],
    ['a6', 'cmpsb', undefined],
    ['8907', 'a store', 0x1aa],
    ['0107', 'an addition', 0x1ab],
    ['0fb10f', 'a compare-and-exchange, whatever it finds,', 0x1ab],
  ])(
    'of a page that may only be read takes %s (%s), or exits with %o',
    (code, _, qualification) => {
      const { run, retype } = onProcessor(code, { rdi: 0x3000n, rsi: 0x3008n, rax: 9n });
      retype(3, 'ram_ro');

      const stop = run();
      if (qualification === undefined) expect(stop).toBeUndefined();
      else expect(stop).toMatchObject({ kind: 'EPT_VIOLATION', qualification });
    },
  );

  it('writes an image within a page', () => {
    const { run, ram } = onProcessor('0fae07', { rdi: 0x3000n });
    run();

    expect(ram(0x3000, 2)).toEqual([0x7f, 0x03]);
    expect(ram(0x3018, 2)).toEqual([0x80, 0x1f]);
  });

  it('writes an image across a page border', () => {
    const { run, ram } = onProcessor('0fae07', { rdi: 0x3ff0n });
    run();

    expect(ram(0x3ff0, 2)).toEqual([0x7f, 0x03]);
    expect(ram(0x4008, 2)).toEqual([0x80, 0x1f]);
  });

  it('touches for reading', () => {
    const { run } = onProcessor('0fae3f', { rdi: BigInt(HOLE) });

    expect(run()).toMatchObject({ kind: 'EPT_VIOLATION', qualification: 0x181 });
  });

  it('asks for the port before it looks at memory', () => {
    expect(onProcessor('6c', { rdi: BigInt(HOLE), rdx: 0x600n }).run()).toMatchObject({
      kind: 'IO',
      string: true,
    });
  });

  it.each([
    ['e480', 0xffn],
    ['e4ed', 0xffn],
    ['e680', undefined],
  ])('lets byte accesses to the ports 0x80 and 0xed through (%s)', (code, data) => {
    const { run, access } = onProcessor(code);

    expect([run(), access.data]).toEqual([undefined, data]);
    expect(onProcessor('e580').run()).toMatchObject({ kind: 'IO', port: 0x80, bytes: 4 });
  });

  it.each([
    ['e460', { port: 0x60, bytes: 1, input: true, string: false }],
    ['e761', { port: 0x61, bytes: 4, input: false, string: false }],
    ['6d', { port: 0x600, bytes: 4, input: true, string: true }],
    ['6e', { port: 0x600, bytes: 1, input: false, string: true }],
  ])('exits at a port (%s) and says how it was used: %o', (code, use) => {
    expect(onProcessor(code, { rdx: 0x600n }).run()).toEqual({ kind: 'IO', ...use });
  });

  it('does a string instruction page by page', () => {
    const { run, access, ram } = onProcessor('f3aa', { rdi: 0x3ffen, rcx: 4n, rax: 9n });
    run();
    expect([ram(0x3ffe, 4), access.cpu.gpr[GPR.rcx], access.cpu.rip]).toEqual([
      [9, 9, 0, 0],
      2n,
      0x9000n,
    ]);

    run();
    expect([ram(0x3ffe, 4), access.cpu.rip]).toEqual([[9, 9, 9, 9], 0x9002n]);
  });

  it.each(['f36c', 'f36e'])('does many of %s by single ones', (code) => {
    const { run, access } = onProcessor(code, { rdi: 0x3000n, rsi: 0x5000n, rcx: 2n, rdx: 0x80n });
    run();

    expect(access.cpu.gpr[GPR.rcx]).toBe(1n);
  });

  it.each<[AccessRequest['kind'], string]>([
    ['read', '181'],
    ['write', '182'],
    ['rmw', '183'],
    ['exec', '184'],
  ])('reports a %s as what it is', (kind, qualification) => {
    expect(exitsOf(guestWithRam().guest({ kind, gpa: HOLE }))).toEqual([
      ['EPT_VIOLATION', qualification],
    ]);
  });
});

describe('fetchCode', () => {
  it('fetches across a page border, or up to it where the next page cannot be fetched', () => {
    const world = guestWithRam();
    world.fill(0x3ffe, [1, 2, 3, 4]);
    const access = preparedAccess(world);
    expect(fetchCode(access, 0x3ffe, 4)).toEqual(Uint8Array.of(1, 2, 3, 4));

    expect(fetchCode(access, 0xfffe, 4)).toEqual(Uint8Array.of(0, 0));
    expect(fetchCode(access, HOLE, 4)).toMatchObject({ kind: 'EPT_VIOLATION', gpa: HOLE });
  });
});
