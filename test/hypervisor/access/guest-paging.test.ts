import { describe, expect, it } from 'vitest';
import { newCpuState } from '../../../src/hypervisor/access/cpu-state.js';
import {
  translateLinear,
  walkGuestTables,
  type TableMemory,
} from '../../../src/hypervisor/access/guest-paging.js';
import type { HostSettings } from '../../../src/hypervisor/host-settings.js';
import { exitsOf, guestWithRam, preparedAccess, stepsOf } from '../../support/guest.js';

const [READ, WRITE, FETCH] = [1, 2, 4];
const [P, W, A, D, PS] = [1n, 2n, 0x20n, 0x40n, 0x80n];
const XD = 1n << 63n;
const [PRESENT, WRITING, FETCHING] = [1, 2, 16];

/** Tables of one entry each at 0x1000, 0x2000, 0x3000 and 0x4000, for linear addresses near 0. */
function tables(...entries: readonly bigint[]) {
  const memory = new Map(entries.map((entry, index) => [0x1000 * (index + 1), entry]));
  const access: TableMemory = {
    read: (gpa) => memory.get(gpa) ?? 0n,
    write: (gpa, entry) => void memory.set(gpa, entry),
  };
  const walk = (gla: number, wanted: number, cr0 = 0x1_0000) =>
    walkGuestTables({ ...newCpuState(), cr0, cr3: 0x1018n }, gla, wanted, access);
  return { memory, walk };
}

const TABLE = (n: bigint) => (n << 12n) | P | W | A;
const UPPER = [TABLE(2n), TABLE(3n), TABLE(4n)];
const fault = (error: number, cr2 = 0n) => ({
  kind: 'exception',
  exception: { vector: 14, error, cr2 },
});

describe('walkGuestTables', () => {
  // prettier-ignore
  it.each([
    // what             entries                                        gla             gpa
    ['a 4K page',       [...UPPER, 0x7000n | P],                       0x0ab,          0x70ab],
    ['a 2M page',       [...UPPER.slice(0, 2), 0x40_0000n | P | PS],   0x1_2345,       0x41_2345],
    ['a 1G page',       [TABLE(2n), 0x4000_0000n | P | PS],            0x12_3456,      0x4012_3456],
    ['a page of data',  [...UPPER, 0x7000n | P | XD],                  0x0ab,          0x70ab],
    ['its way on where the top entry has the bit of a large page', [TABLE(2n) | PS, ...UPPER.slice(1), 0x7000n | P], 0x0ab, 0x70ab],
  ])('finds %s', (_, entries, gla, gpa) => {
    expect(tables(...entries).walk(gla, READ)).toBe(gpa);
  });

  it('sets accessed flags on the way and the dirty flag at its end', () => {
    const { memory, walk } = tables(0x2000n | P | W, ...UPPER.slice(1), 0x7000n | P | W);
    walk(0, READ);
    expect([memory.get(0x1000), memory.get(0x4000)]).toEqual([
      0x2000n | P | W | A,
      0x7000n | P | W | A,
    ]);

    walk(0, WRITE);
    expect([memory.get(0x1000), memory.get(0x4000)]).toEqual([
      0x2000n | P | W | A,
      0x7000n | P | W | A | D,
    ]);
  });

  // prettier-ignore
  it.each([
    // what                       entries                               wanted  error code
    ['an entry that is not there', [TABLE(2n), 0n],                      READ,   0],
    ['a write to a page that is',  [...UPPER, 0x7000n],                  WRITE,  WRITING],
    ['a write to a read-only page',[...UPPER, 0x7000n | P],              WRITE,  PRESENT | WRITING],
    ['a fetch from data',          [...UPPER, 0x7000n | P | XD],         FETCH,  PRESENT | FETCHING],
    ['a fetch below such a table', [TABLE(2n) | XD, ...UPPER.slice(1), 0x7000n | P], FETCH, PRESENT | FETCHING],
    ['a read-only table',          [TABLE(2n) & ~W, ...UPPER.slice(1), 0x7000n | P | W], WRITE, PRESENT | WRITING],
  ])('faults at %s', (_, entries, wanted, error) => {
    expect(tables(...entries).walk(0, wanted)).toEqual(fault(error));
  });

  it('permits a fetch of what is not data', () => {
    expect(tables(...UPPER, 0x7000n | P).walk(0, FETCH)).toBe(0x7000);
  });

  it('lets a supervisor write to read-only pages while CR0.WP is clear', () => {
    expect(tables(...UPPER, 0x7000n | P).walk(0, WRITE, 0)).toBe(0x7000);
  });

  it('reports a negative address as 64 bits in CR2', () => {
    expect(tables().walk(-0x1000, READ)).toEqual(fault(0, 0xffff_ffff_ffff_f000n));
  });
});

describe('translateLinear', () => {
  const paged = (settings: Partial<HostSettings> = {}) => {
    const world = guestWithRam({}, settings);
    const entries = [TABLE(2n), TABLE(3n), TABLE(4n), 0x7000n | P | W];
    for (const [index, entry] of entries.entries())
      world.fill(0x1000 * (index + 1), [...new Uint8Array(new BigUint64Array([entry]).buffer)]);
    const cr3 = 0x1000n;
    const mov = (code = '8907', registers = {}) => {
      const { cpu } = world.insn('90', registers);
      return world.insn(code, {}, { cpu: { ...cpu, rip: 0x9000n, cr3 } });
    };
    return { ...world, mov };
  };

  it('adds a fixed distance where the guest has no tables', () => {
    const access = preparedAccess(guestWithRam(), { kind: 'read', gpa: 0x3000, gla: 0x5000 });

    expect(translateLinear(access, 0x5008, READ)).toBe(0x3008);
    expect(translateLinear(access, 0x2000, READ)).toBe(0);
  });

  it.each([
    [0x3000, 0x5000, -0x5000],
    [0x3000, 0x5000, 0x1ff8],
    [0x5000, 0x3000, 2 ** 52 - 0x2000],
  ])('with 0x%x at 0x%x raises #GP at %d, which is at no physical address', (gpa, gla, at) => {
    const access = preparedAccess(guestWithRam(), { kind: 'read', gpa, gla });

    expect(translateLinear(access, at, READ)).toEqual({
      kind: 'exception',
      exception: { vector: 13, error: 0 },
    });
  });

  it('goes through the tables where it has', () => {
    const { mov, ram } = paged();

    const access = mov('8907', { rax: 5n });
    expect(access.outcome).toBe('completed');
    expect(stepsOf(access).filter((step) => step === 'hit')).toHaveLength(5);
    expect(ram(0x7000, 1)).toEqual([5]);
    expect(ram(0x4000, 1)).toEqual([Number(P | W | A | D)]);
  });

  it('reports an access to a guest table as one, a write too where the EPT has A/D flags', () => {
    const { mov, retype } = paged();
    retype(4, 'ram_ro');
    const access = mov();

    expect(exitsOf(access)[0]).toEqual(['EPT_VIOLATION', 'ab']);
    expect(access.exits[0]).toMatchObject({ gpa: 0x4000 });
  });

  it('writes to a guest table only to set a flag where the EPT has no A/D flags', () => {
    const ept = { adBits: false, execSuperpages: true, superpages2m: true, superpages1g: true };
    const { mov, retype, ram } = paged({ ept });
    retype(3, 'ram_ro');
    retype(4, 'ram_ro');
    const access = mov();

    expect(exitsOf(access)[0]).toEqual(['EPT_VIOLATION', 'ab']);
    expect(access.exits[0]).toMatchObject({ gpa: 0x4000 });

    retype(4, 'ram_rw');
    mov();
    expect(ram(0x4000, 1)).toEqual([Number(P | W | A | D)]);
  });

  it('injects the page fault of the guest', () => {
    expect(paged().mov('8907', { rdi: 0x5000n })).toMatchObject({
      outcome: 'injected',
      exception: { vector: 14, error: 2, cr2: 0x5000n },
    });
  });

  it('begins at frame 0 where nothing is said of CR3', () => {
    const { walk } = tables();
    const cpu = { ...newCpuState(), cr0: 0x1_0000 };
    const at: number[] = [];

    walkGuestTables(cpu, 0, READ, { read: (gpa) => (at.push(gpa), 0n), write: () => undefined });

    expect([at, walk(0, READ)]).toEqual([[0], fault(0)]);
  });
});
