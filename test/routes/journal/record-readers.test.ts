import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/hypervisor/index.js';
import { among, at, isSet, ofIo, shape, wide } from '../../../src/routes/journal/record-readers.js';

const record = (...numbers: number[]) => ({ numbers }) as unknown as JournalRecord;

describe('reading a record', () => {
  it('finds numbers, flags, names and halves', () => {
    const of = record(5, -1, 1, 2 ** 32 - 1, 1);
    expect([at(0)(of), at(1)(of), at(9)(of)]).toEqual([5, undefined, undefined]);
    expect([isSet(2)(of), isSet(0)(of)]).toEqual([true, false]);
    expect([among(['a', 'b'], 2)(of), among(['a'], 1)(of)]).toEqual(['b', undefined]);
    expect(wide(3)(of)).toBe(0x1_ffff_ffffn);
  });

  it('takes a request apart', () => {
    expect(shape(0, ({ count, size }) => [count, size])(record(0x10_4001))).toEqual([1, 4]);
  });

  it.each([
    [0x3f8_0003, { port: 0x3f8, size: 4, dir: 'write' }],
    [0xcf8_0008, { port: 0xcf8, size: 1, dir: 'read' }],
  ])('takes the qualification of a port access apart: %d', (qualification, access) => {
    expect(ofIo((io) => io)(record(30, qualification))).toEqual(access);
    expect(ofIo((io) => io)(record(48, qualification))).toBeUndefined();
  });
});
