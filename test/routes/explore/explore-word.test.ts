import { describe, expect, it } from 'vitest';
import { encodeState, exploreBody } from '../../../src/routes/explore/explore-word.js';
import { checked } from '../../support/checked.js';

const WRITE = { guest: { kind: 'write', gpa: '0x1000', size: 4 } };
const accepts = (body: object) => checked(exploreBody.schema, body);

describe('exploreBody', () => {
  it('fills in what is not said', () => {
    expect(exploreBody.decode({ actors: { a: [WRITE] } })).toMatchObject({
      domain: { vcpus: 1, special_pages: undefined },
      setup: [],
      invariants: [],
      max_schedules: 1_000_000,
    });
  });

  // prettier-ignore
  it.each([
    ['a step that is one thing',         { actors: { a: [WRITE] } },                                  true],
    ['a step that is nothing',           { actors: { a: [{}] } },                                     false],
    ['a step that is two things',        { actors: { a: [{ ...WRITE, op: 'hvmop/get_mem_type' }] } }, false],
    ['an actor without steps',           { actors: { a: [] } },                                       false],
    ['no actor',                         { actors: {} },                                              false],
    ['an invariant that there is',       { actors: { a: [WRITE] }, invariants: ['no_lost_write'] },   true],
    ['an invariant that there is not',   { actors: { a: [WRITE] }, invariants: ['no_bugs'] },         false],
    ['a condition',                      { actors: { a: [WRITE] }, invariants: [{ name: 'c', state: {} }] }, true],
    ['a profile that there is',          { actors: { a: [WRITE] }, profile: 'v6-patch2' },            true],
    ['a profile that there is not',      { actors: { a: [WRITE] }, profile: '5.0' },                  false],
  ])('%s', (_, body, accepted) => {
    expect(accepts(body)).toBe(accepted);
  });
});

describe('encodeState', () => {
  it('says what an outcome tells of the state', () => {
    expect(encodeState({ entry_count: 1, owner: null, types: { '0x1': 'ram_rw' } })).toEqual({
      entry_count: 1,
      owner: null,
      types: { '0x1': 'ram_rw' },
    });
  });
});
