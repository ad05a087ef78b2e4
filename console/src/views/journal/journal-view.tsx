/** What has happened on the host, record by record, and whether it is what was expected. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { entriesNow, generation } from '../../live/feed.js';
import { place, restAt, restWith } from '../../navigation.js';
import { ColumnHeads } from '../../parts/column-heads.js';
import type { Expectation } from './expectations.js';
import { FieldInputs, OPS_ID } from './field-inputs.js';
import { COLUMNS, RecordRow } from './record-row.js';
import { FILTER_FIELDS, matcherOf, saidIn, saidOf } from './said-fields.js';
import { stretchOf } from './stretch.js';
import { VerifyForm } from './verify-form.js';
import './journal.css';

const MOST_ROWS = 200;
/** How many newer records are shown above one that was asked for. */
const ABOVE = 10;

export function JournalView() {
  const all = entriesNow();
  const { query } = place.value;
  const expectations = useSignal<readonly Expectation[]>([]);
  /** The seq of the record at the top; undefined: the newest is followed. */
  const until = useSignal<number | undefined>(undefined);
  const filter = saidIn(query);
  const { rows, hasOlder } = stretchOf(all, matcherOf(filter), until.value, MOST_ROWS);
  const asked = query['seq'] === undefined ? undefined : Number(query['seq']);
  const first = all[0]?.seq ?? 1;
  const isKept = asked !== undefined && asked >= first && asked <= (all.at(-1)?.seq ?? 0);

  useEffect(() => {
    if (isKept && rows.every(({ seq }) => seq !== asked)) until.value = asked + ABOVE;
  }, [asked, isKept]);
  useEffect(() => {
    if (asked === undefined) until.value = undefined;
  }, [generation.value]);

  return (
    <>
      <h1>Journal</h1>
      <VerifyForm expectations={expectations} newest={all.at(-1)?.seq ?? 0} />
      <form class="row" aria-label="Filter" onSubmit={(event) => event.preventDefault()}>
        <FieldInputs names={FILTER_FIELDS} said={filter} onChange={restWith} />
        <button type="button" onClick={() => restAt({ query: {} })}>
          Show all
        </button>
      </form>
      <datalist id={OPS_ID}>
        {[...new Set(all.slice(-MOST_ROWS).map((entry) => ('op' in entry ? entry.op : '')))].map(
          (op) => op && <option key={op} value={op} />,
        )}
      </datalist>
      <p class="row">
        <button
          type="button"
          disabled={until.value === undefined}
          onClick={() => (until.value = undefined)}
        >
          Follow the newest
        </button>
        <button
          type="button"
          disabled={!hasOlder}
          onClick={() => (until.value = (rows.at(-1)?.seq ?? 0) - 1)}
        >
          Older
        </button>
        {first > 1 && (
          <span class="warn">What happened before record {first} is not remembered any more.</span>
        )}
      </p>
      <table>
        <caption>
          {rows.length === 0
            ? 'No such record'
            : `${rows.length} records, the newest first${hasOlder ? '; there are older ones' : ''}`}
        </caption>
        <ColumnHeads names={COLUMNS} />
        <tbody>
          {rows.map((entry) => (
            <RecordRow
              key={entry.seq}
              entry={entry}
              isOpen={entry.seq === asked}
              onOpen={() => restWith({ seq: entry.seq === asked ? undefined : String(entry.seq) })}
              onExpect={() => {
                const expected = { how: 'at_least', count: 1, patterns: [saidOf(entry)] } as const;
                expectations.value = [...expectations.value, expected];
              }}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
