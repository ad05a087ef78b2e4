import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOBODY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import type { Expectation, Pattern } from '../../../src/routes/journal/expectation.js';
import { verify } from '../../../src/routes/journal/verify.js';

/** Ports 1, 2, 3 and 2 of domain 1 become pending, and then the domain is paused. */
function journalOf(capacity = 64) {
  const journal = new Journal(new VirtualClock(), capacity);
  for (const port of [1, 2, 3, 2]) journal.record(KIND.evtchn, 1, NOBODY, NOWHERE, 0, port);
  journal.record(KIND.domain, 1, NOBODY, NOWHERE, 0, 2);
  return journal;
}

const port = (port: number): Pattern => ({ kind: 'evtchn', domid: 1, fields: { port } });
const one = async (expectation: Expectation, after = 0, journal = journalOf()) => {
  const { passed, results } = await verify(journal, after, [expectation]);
  expect(passed).toBe(results[0]!.passed);
  return results[0]!;
};
const count = (match: Pattern, atLeast: number, atMost = Infinity) => ({ match, atLeast, atMost });

describe('verify', () => {
  // prettier-ignore
  it.each([
    [count(port(2), 2, 2),                      true,  [2, 4], 'exactly 2 records with kind evtchn, domid 1, port 2: found 2'],
    [count(port(2), 1),                         true,  [2, 4], 'at least 1 record with kind evtchn, domid 1, port 2: found 2'],
    [count(port(2), 0, 1),                      false, [2, 4], 'at most 1 record with kind evtchn, domid 1, port 2: found 2'],
    [count({ kind: 'crash' }, 0, 0),            true,  [],     'no record with kind crash: found 0'],
    [{ order: [port(1), port(3), port(2)] },    true,  [1, 3, 4], '3 records in order: found'],
    [{ order: [port(3), port(2), port(1)] },    false, [3, 4], 'step 3 of 3, a record with kind evtchn, domid 1, port 1: not found after record 4'],
  ])('%j', async (expectation, passed, found, said) => {
    expect(await one(expectation)).toMatchObject({ passed, found, said });
  });

  it('tells the records that come closest, and in what they differ', async () => {
    const { passed, near_misses } = await one(count({ ...port(9), domid: 2 }, 1));
    expect(passed).toBe(false);
    expect(near_misses.map(({ entry, differs }) => [entry.seq, differs])).toEqual(
      [4, 3, 2].map((seq) => [
        seq,
        [
          { field: 'domid', expected: 2, found: 1 },
          { field: 'port', expected: 9, found: [0, 1, 2, 3, 2][seq] },
        ],
      ]),
    );
  });

  it('looks only at what comes after', async () => {
    expect((await one(count(port(2), 1, 1), 2)).passed).toBe(true);
  });

  it('takes nothing for proved by records that are not there any more', async () => {
    const short = journalOf(2);
    expect(await one(count(port(1), 0, 0), 0, short)).toMatchObject({
      passed: false,
      said: 'no record with kind evtchn, domid 1, port 1: found 0, and 3 records are not kept any more',
    });
    expect((await one(count(port(2), 1), 0, short)).passed).toBe(true);
    expect((await one(count(port(1), 0, 0), 3, short)).passed).toBe(true);
  });
});
