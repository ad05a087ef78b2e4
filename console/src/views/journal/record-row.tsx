/** A record in a line, and opened with all that it says. */

import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../live/entry.js';
import { hrefTo } from '../../navigation.js';
import { recordInWords } from '../../parts/record-in-words.js';

interface Props {
  readonly entry: Entry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onExpect: () => void;
}

export const COLUMNS = ['Record', 'Kind', 'Whose', 'Page', 'What happened'];

export function RecordRow({ entry, isOpen, onOpen, onExpect }: Props) {
  const { seq, kind, domid, vcpu, gfn, nr = 1 } = entry;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      <tr ref={row} class={isOpen ? 'journal-open' : ''}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} onClick={onOpen}>
            {seq}
          </button>
        </th>
        <td>{kind}</td>
        <td class="journal-whose">
          {domid === undefined ? '' : `d${domid}`}
          {vcpu === undefined ? '' : `, vcpu ${vcpu}`}
        </td>
        <td>{gfn !== undefined && <code>{nr > 1 ? `${gfn}, ${nr} pages` : gfn}</code>}</td>
        <td class={'rc' in entry && entry.rc !== 0 ? 'bad' : ''}>{recordInWords(entry)}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={COLUMNS.length}>
            <p class="row">
              <button type="button" onClick={onExpect}>
                Expect this record
              </button>
              {domid !== undefined && (
                <a href={hrefTo({ view: 'timeline', domid, query: { seq: String(seq) } })}>
                  in the timeline
                </a>
              )}
              {domid !== undefined && gfn !== undefined && (
                <a href={hrefTo({ view: 'map', domid, query: { gfn } })}>page {gfn} in the map</a>
              )}
            </p>
            <pre tabIndex={0}>{JSON.stringify({ ...entry, at: undefined }, null, 2)}</pre>
          </td>
        </tr>
      )}
    </>
  );
}
