import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveRun, storeRun } from '../../../src/hypervisor/access/string-run.js';
import { guestWithRam, HOLE, preparedAccess } from '../../support/guest.js';

function begin() {
  const world = guestWithRam();
  const access = preparedAccess(world);
  const strings = { bytes: 4, reps: 8, backwards: false };
  const movs = (source: number, destination: number, more = {}) =>
    moveRun(access, { kind: 'rep_movs', source, destination, ...strings, ...more });
  const stos = (destination: number, more = {}) =>
    storeRun(access, { kind: 'rep_stos', destination, value: 7n, ...strings, ...more });
  return { ...world, access, movs, stos };
}

describe('storeRun', () => {
  // prettier-ignore
  it.each([
    // address bytes backwards  elements  lowest address
    [0x3000,   4,    false,     8n,       0x3000],
    [0x3ff0,   4,    false,     4n,       0x3ff0],
    [0x3ffc,   4,    false,     undefined, 0],
    [0x3ffe,   4,    false,     undefined, 0],
    [0x3010,   4,    true,      5n,       0x3000],
    [0x3012,   4,    true,      5n,       0x3002],
    [0x3000,   4,    true,      undefined, 0],
    [0x3ffe,   4,    true,      undefined, 0],
  ])('at 0x%x of %i bytes, backwards %s, does %s', (destination, bytes, backwards, reps, low) => {
    const { stos, ram } = begin();

    expect(stos(destination, { bytes, backwards })).toBe(reps);
    if (reps === undefined) return;
    const length = Number(reps) * bytes;
    expect(ram(low, length).filter((byte) => byte === 7)).toHaveLength(Number(reps));
    expect([ram(low, 4), ram(low + length, 1)]).toEqual([[7, 0, 0, 0], [0]]);
  });

  it('stops as its first element would', () => {
    expect(begin().stos(HOLE)).toMatchObject({ kind: 'EPT_VIOLATION', gpa: HOLE });
    const { access, stos } = begin();
    access.cpu.cr3 = 0x1000n;
    expect(stos(0x3000)).toMatchObject({ kind: 'exception' });
  });
});

describe('moveRun', () => {
  it('does as many as lie in both pages', () => {
    const { movs, fill, ram } = begin();
    fill(0x3ff8, [1, 2, 3, 4, 5, 6, 7, 8]);

    expect(movs(0x3ff8, 0x5000)).toBe(2n);
    expect(ram(0x5000)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(movs(0x3ffc, 0x6ffc, { reps: 2, backwards: true })).toBe(2n);
    expect(ram(0x6ff8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('copies zeros from a page that nobody has written', () => {
    const { movs, fill, ram } = begin();
    fill(0x5000, [1, 2, 3]);
    fill(0x5020, [4]);
    movs(0x3000, 0x5000);

    expect([ram(0x5000, 4), ram(0x5020, 1)]).toEqual([[0, 0, 0, 0], [4]]);
  });

  it('goes one by one where the ranges overlap', () => {
    expect(begin().movs(0x3000, 0x301c)).toBeUndefined();
    expect(begin().movs(0x3000, 0x3020)).toBe(8n);
  });

  it('stops at its source before it stops at its destination', () => {
    expect(begin().movs(HOLE, HOLE)).toMatchObject({ kind: 'EPT_VIOLATION', qualification: 0x181 });
    expect(begin().movs(0x3000, HOLE)).toMatchObject({ qualification: 0x182 });
  });
});

describe('a repeated string instruction', () => {
  it('leaves memory as one by one would', () => {
    const address = fc.integer({ min: 0x3f00, max: 0x40ff });
    const cases = fc.tuple(address, address, fc.constantFrom(1, 2, 4, 8), fc.nat(80), fc.boolean());
    fc.assert(
      fc.property(cases, ([source, destination, bytes, count, df]) => {
        const { guest, fill, ram } = guestWithRam();
        const memory = Uint8Array.from({ length: 0x1000 }, (_, index) => (index * 7 + 3) & 0xff);
        fill(0x3800, [...memory]);
        guest({ kind: 'rep_movs', gpa: destination, source, size: bytes, count, df });

        const step = df ? -bytes : bytes;
        for (let element = 0; element < count; element++) {
          const [from, to] = [
            source + element * step - 0x3800,
            destination + element * step - 0x3800,
          ];
          memory.set(memory.slice(from, from + bytes), to);
        }
        expect(ram(0x3800, 0x1000)).toEqual([...memory]);
      }),
      { numRuns: 60 },
    );
  });
});
