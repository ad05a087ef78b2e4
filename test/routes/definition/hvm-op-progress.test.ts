import { describe, expect, it } from 'vitest';
import {
  PAGES_DONE,
  SWEPT_TO,
  splitNumber,
} from '../../../src/routes/definition/hvm-op-progress.js';

describe('splitNumber', () => {
  it('finds progress above the low 8 bits, where the operation keeps it there', () => {
    expect(splitNumber(0x30008, (op) => op === 8)).toEqual({ op: 8, done: 0x30000 });
    expect(splitNumber(8, (op) => op === 8)).toEqual({ op: 8, done: 0 });
    expect(splitNumber(0x30009, (op) => op === 8)).toEqual({ op: 0x30009, done: 0 });
  });
});

describe('PAGES_DONE', () => {
  it('counts pages from the beginning of the run in the struct', () => {
    const request = { first_pfn: 0x10, nr: 600 };
    const rest = { first_pfn: 0x110, nr: 344 };

    expect(PAGES_DONE.done(request, rest)).toBe(256);
    expect(PAGES_DONE.resume(request, 256)).toEqual(rest);
  });
});

describe('SWEPT_TO', () => {
  it('is the gfn up to which all is swept', () => {
    expect(SWEPT_TO.done({ id: 1 }, { id: 1, opaque: 0x200 })).toBe(0x200);
    expect(SWEPT_TO.resume({ id: 1 }, 0x200)).toEqual({ id: 1, opaque: 0x200 });
  });
});
