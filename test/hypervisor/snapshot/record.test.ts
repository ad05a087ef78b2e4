import { describe, expect, it } from 'vitest';
import { address, bits, whole } from '../../../src/hypervisor/snapshot/field.js';
import {
  allBytes,
  bytes,
  frameRanges,
  list,
  pair,
  rangesOf,
  record,
} from '../../../src/hypervisor/snapshot/record.js';
import { again, refusal, written } from '../../support/written.js';

const POINT = record({ firstPart: whole(), then: list(pair(whole(), address)) });

describe('record', () => {
  it('writes its fields in order, by names of lower case', () => {
    const value = { then: [[1, 16]] as [number, number][], firstPart: 2 };

    expect(JSON.stringify(written(POINT, value))).toBe('{"first_part":2,"then":[[1,"0x10"]]}');
    expect(again(POINT, value)).toEqual(value);
  });

  // prettier-ignore
  it.each([
    ['a field too many',   { first_part: 1, then: [], more: 1 },     '/more is not known'],
    ['a field too few',    { then: [] },                             '/first_part is missing'],
    ['no object',          [],                                       ' must be an object'],
    ['null',               null,                                     ' must be an object'],
    ['a number',           1,                                        ' must be an object'],
    ['three for a pair',   { first_part: 1, then: [[1, '0x0', 2]] }, '/then/0 must be a list of two'],
    ['what a list has',    { first_part: 1, then: [['x', '0x0']] },  '/then/0/0 must be an integer from 0 to 9007199254740991'],
    ['a list of what not', { first_part: 1, then: [[1, '0x0'], 2] }, '/then/1 must be a list of two'],
    ['what is within',     { first_part: 1, then: [[1, 5]] },        '/then/0/1 must be an unsigned number below 2^53, as "0x…"'],
  ])('refuses %s, and says where', (_, data, said) => {
    expect(refusal(POINT, data)).toBe(said);
  });
});

describe('list', () => {
  it('has as many as it must have', () => {
    expect(refusal(list(whole(), 2), [1])).toBe(' must be a list of 2');
    expect(refusal(list(whole(), 2), {})).toBe(' must be a list of 2');
    expect(refusal(list(whole()), {})).toBe(' must be a list');
    expect(again(list(whole(), 2), [1, 2])).toEqual([1, 2]);
  });
});

describe('ranges', () => {
  it('come back, touching ones as well', () => {
    const ranges = [
      [0, 5],
      [6, 6],
      [9, 12],
    ] as [number, number][];

    expect(again(frameRanges, ranges)).toEqual(ranges);
    expect(written(rangesOf(bits(64)), [[0n, 2n ** 64n - 1n]])).toEqual([
      ['0x0', '0xffffffffffffffff'],
    ]);
  });

  it.each([
    [[['0x5', '0x4']], 0],
    [
      [
        ['0x0', '0x5'],
        ['0x5', '0x6'],
      ],
      1,
    ],
  ])('refuses %j, which do not ascend', (data, at) => {
    expect(refusal(frameRanges, data)).toBe(`/${at} must be a range above the one before`);
  });
});

describe('bytes', () => {
  it('leave zeros at their end away', () => {
    const page = Uint8Array.of(0, 7, 0, 0);

    expect(written(bytes(4), page)).toEqual([0, 7]);
    expect(again(bytes(4), page)).toEqual(page);
    expect(again(bytes(2), Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2));
    expect(written(bytes(2), new Uint8Array(2))).toEqual([]);
    expect(refusal(bytes(1), [1, 2])).toBe(' must be at most 1 bytes');
    expect(refusal(bytes(1), 'no bytes')).toBe(' must be at most 1 bytes');
  });

  it('are all there where their number tells something', () => {
    expect(written(allBytes, Uint8Array.of(1, 0))).toEqual([1, 0]);
    expect(again(allBytes, Uint8Array.of(1, 0))).toEqual(Uint8Array.of(1, 0));
    expect(refusal(allBytes, 1)).toBe(' must be bytes');
  });

  it('are nobody else’s', () => {
    const data = Uint8Array.of(1, 2);
    const form = { write: (of: Uint8Array) => of, read: () => data };

    for (const field of [allBytes, bytes(2)]) expect(field.read(data, '', form)).not.toBe(data);
  });
});
