/** What came of each expectation, and what came closest where it failed. */

import type { Answer } from '../../api.js';
import { hrefTo } from '../../navigation.js';
import { recordInWords } from '../../parts/record-in-words.js';
import type { Entry } from '../../live/entry.js';

type Verdicts = Answer<'verifyJournal'>;

const MOST_FOUND = 8;

export function VerdictList({ verdicts }: { readonly verdicts: Verdicts }) {
  const { passed, results } = verdicts;
  return (
    <div role="status">
      <p class={passed ? 'good' : 'bad'}>
        {passed ? '✓ All of it holds.' : '✗ Not all of it holds.'}
      </p>
      <ol>
        {results.map(({ passed, said, found, near_misses }, index) => (
          <li key={index}>
            <span class={passed ? 'good' : 'bad'}>{passed ? '✓' : '✗'}</span> {said}
            {found.length > 0 && ', as record '}
            {found.slice(0, MOST_FOUND).map((seq) => (
              <RecordLink key={seq} seq={seq} />
            ))}
            {found.length > MOST_FOUND && '…'}
            {near_misses.length > 0 && (
              <ul>
                {near_misses.map(({ entry, differs }) => (
                  <li key={entry.seq}>
                    close: record <RecordLink seq={entry.seq} />
                    {recordInWords(entry as Entry)}. It differs in{' '}
                    {differs
                      .map(
                        ({ field, expected, found }) =>
                          `${field}: ${show(found)}, not ${show(expected)}`,
                      )
                      .join('; ')}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

const RecordLink = ({ seq }: { readonly seq: number }) => (
  <>
    <a href={hrefTo({ query: { seq: String(seq) } })}>{seq}</a>{' '}
  </>
);

const show = (value: unknown) => (value === null ? 'none' : JSON.stringify(value));
