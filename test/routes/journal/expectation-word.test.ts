import { describe, expect, it } from 'vitest';
import {
  expectationsOf,
  verdictAnswer,
  verifyBody,
} from '../../../src/routes/journal/expectation-word.js';
import type { ProblemError } from '../../../src/routes/problems/problem.js';
import { checked } from '../../support/checked.js';

const decoded = (expectation: object) =>
  expectationsOf(verifyBody.decode({ expect: [expectation] }).expect);

const faultsIn = (expectation: object) => {
  try {
    decoded(expectation);
    return [];
  } catch (error) {
    return (error as ProblemError).problem.errors?.map(
      ({ pointer, detail }) => `${pointer} ${detail}`,
    );
  }
};

describe('expectationsOf', () => {
  // prettier-ignore
  it.each([
    [{ match: {}, exactly: 2 },                 { match: {}, atLeast: 2, atMost: 2 }],
    [{ match: {}, at_least: 1, at_most: 3 },    { match: {}, atLeast: 1, atMost: 3 }],
    [{ match: {}, never: true },                { match: {}, atLeast: 0, atMost: 0 }],
    [{ order: [{ op: 'dmop/map_mem_type' }] },  { order: [{ op: 'dmop/map_mem_type_to_ioreq_server' }] }],
  ])('of %j', (said, expectation) => {
    expect(checked(verifyBody.schema, { expect: [said] })).toBe(true);
    expect(decoded(said)).toEqual([expectation]);
  });

  // prettier-ignore
  it.each([
    [{},                                                       ['/expect/0/match is missing, and so is order']],
    [{ match: {} },                                            ['/expect/0 has none of exactly, at_least, at_most, never']],
    [{ match: {}, exactly: 1, at_most: 1 },                    ['/expect/0/at_most does not go with exactly']],
    [{ order: [] },                                            ['/expect/0/order is empty']],
    [{ order: [{}], match: {}, exactly: 1 },                   ['/expect/0/exactly does not go with order', '/expect/0/match does not go with order']],
    [{ match: { op: 'constructor' }, exactly: 1 },             ['/expect/0/match/op there is no operation constructor']],
    [{ match: { op: 'dmop/x' }, exactly: 1 },                  ['/expect/0/match/op there is no operation dmop/x']],
    [{ match: { fields: { bogus: 1 } }, exactly: 1 },          ['/expect/0/match/fields/bogus is no field of any record']],
    [{ order: [{}, { kind: 'vmexit', fields: { rule: 'x' } }] }, ['/expect/0/order/1/fields/rule is no field of a record of kind vmexit']],
    [{ match: { kind: 'npf', rc: 0 }, never: true },           ['/expect/0/match/rc is no field of a record of kind npf']],
  ])('%j', (said, faults) => {
    expect(faultsIn(said)).toEqual(faults);
  });

  it.each([{ match: { kind: 'nothing' }, exactly: 1 }, { match: {}, exactly: -1 }, { often: 1 }])(
    'is not %j',
    (said) => {
      expect(checked(verifyBody.schema, { expect: [said] })).toBe(false);
    },
  );

  it('is told back with whether it holds', () => {
    const verdict = { passed: true, said: '', found: [1], near_misses: [] };
    expect(checked(verdictAnswer.answer, { passed: true, results: [verdict], dropped: 0 })).toBe(
      true,
    );
  });
});
