import { describe, expect, it } from 'vitest';
import { inWords, outcomeTable, stateInWords } from '../../../src/cli/explore/outcome-table.js';

const outcome = (count: number, violated: string[] = []) => ({
  results: { vcpu0: [{ outcome: 'completed' }], dm: [{ rc: 0 }, { rc: -16, errno: 'EBUSY' }] },
  state: { owner: null },
  violated,
  count,
  witness: [],
});
const exploration = (...outcomes: ReturnType<typeof outcome>[]) => ({
  schedules: 9,
  truncated: false,
  outcomes,
});

describe('outcomeTable', () => {
  it('is aligned, and says how many there are', () => {
    expect(
      outcomeTable(exploration(outcome(8), outcome(1, ['no_lost_write']))).split('\n'),
    ).toEqual([
      '#  count  vcpu0      dm         state       violated',
      '-  -----  ---------  ---------  ----------  -------------',
      '1  1      completed  ok; EBUSY  owner null  no_lost_write',
      '2  8      completed  ok; EBUSY  owner null  -',
      '',
      '2 outcomes of 9 schedules',
    ]);
  });

  it('says that there are more', () => {
    expect(outcomeTable({ ...exploration(), truncated: true })).toContain('and there are more');
  });
});

describe('inWords', () => {
  // prettier-ignore
  it.each([
    [{ rc: 0 },                                                                           'ok'],
    [{ rc: -22, errno: 'EINVAL' },                                                        'EINVAL'],
    [{ outcome: 'blocked', at: 'p2m_lock' },                                              'blocked at p2m_lock'],
    [{ outcome: 'pending', reason: 'ioreq', exits: [{ reason: 'EPT_VIOLATION' }] },       'pending (ioreq) EPT_VIOLATION'],
    [{ outcome: 'injected', exception: { vector: 13 } },                                  'injected #13'],
    [{ outcome: 'completed', ioreqs: [{ dir: 'write', ioservid: 1 }] },                   'completed write to 1'],
  ])('%j is %s', (result, words) => {
    expect(inWords(result)).toBe(words);
  });
});

describe('stateInWords', () => {
  it('says names and values', () => {
    expect(stateInWords({ owner: 1, types: { '0x1': 'ram_rw' } })).toBe(
      'owner 1, types 0x1 ram_rw',
    );
  });
});
