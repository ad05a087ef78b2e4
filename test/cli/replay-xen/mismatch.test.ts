import { describe, expect, it } from 'vitest';
import { describeMismatch, differencesBetween } from '../../../src/cli/replay-xen/mismatch.js';
import { guestStep } from '../../support/replay.js';

describe('differencesBetween', () => {
  // prettier-ignore
  it.each([
    ['equal values',           { a: 1, b: null },      { a: 1 },               []],
    ['what is not expected',   { a: 1 },               { a: 1, b: 2 },         []],
    ['another value',          { a: { b: '0x1' } },    { a: { b: '0x2' } },    [['a.b', '0x1', '0x2']]],
    ['nothing',                { a: { b: 1 } },        {},                     [['a', { b: 1 }, undefined]]],
    ['more of a list',         { a: [1] },             { a: [1, 2] },          [['a.length', 1, 2]]],
    ['less of a list',         { a: [1, 2] },          { a: [1] },             [['a.length', 2, 1], ['a.1', 2, undefined]]],
    ['null and an object',     { a: null },            { a: { b: 1 } },        [['a', null, { b: 1 }]]],
    ['an object and null',     { a: { b: 1 } },        { a: null },            [['a', { b: 1 }, null]]],
  ])('finds %s', (_, expected, actual, differences) => {
    const found = differencesBetween(expected, actual);

    expect(found.map(({ field, ...values }) => [field, values.expected, values.actual])).toEqual(differences);
  });
});

describe('describeMismatch', () => {
  const differences = [{ field: 'ret', expected: 0, actual: -1 }];

  it('names the step, what it did, and each field', () => {
    const step = { scenario: 'rc_claim', step: 7, op: 'set_mem_type', args: { nr: 1 } };

    expect(describeMismatch(step, differences)).toBe(
      'scenario rc_claim step 7: set_mem_type {"nr":1}\n  ret: expected 0, actual -1',
    );
  });

  it('names the instruction of a guest step', () => {
    expect(describeMismatch(guestStep(), [])).toBe(
      'scenario l_test step 1: guest mov eax,[rdi] (mmio) rdi 0xe0000010',
    );
  });
});
