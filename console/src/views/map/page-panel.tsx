/** One page: what it is, who gets the guest's accesses to it, and what has happened to it. */

import type { Answer } from '../../api.js';
import { entriesNow } from '../../live/feed.js';
import { hrefTo } from '../../navigation.js';
import { hex, marksInWords, pagesInWords, rangeInWords, typesInWords } from './in-words.js';
import type { CellRun } from './map-cells.js';
import type { PageFacts } from './page-facts.js';
import { historyOf, recordInWords } from './record-in-words.js';

interface Props {
  readonly domid: number;
  readonly gfn: number;
  readonly facts: PageFacts | undefined;
  /** The cell that it is in, where that is to be seen. */
  readonly cell: CellRun | undefined;
  readonly pagesOfCell: number;
  readonly firstOfCell: number;
}

const HISTORY = 8;

export function PagePanel({ domid, gfn, facts, cell, pagesOfCell, firstOfCell }: Props) {
  const about = { gfn: hex(gfn) };
  const history = historyOf(entriesNow(), domid, gfn, HISTORY);
  return (
    <section class="card map-page" aria-label="The page">
      <h2 class="mono">gfn {hex(gfn)}</h2>
      <p class="soft mono">gpa {hex(gfn * 4096)}</p>
      {facts && <Facts domid={domid} facts={facts} />}
      {cell && pagesOfCell > 1 && (
        <p class="soft">
          Its cell {rangeInWords(firstOfCell, pagesOfCell)} holds {pagesInWords(pagesOfCell)}:{' '}
          {typesInWords(cell)}.
        </p>
      )}
      {cell && marksInWords(cell) !== '' && <p class="bad">The cell is {marksInWords(cell)}.</p>}
      <h3>History</h3>
      {history.length === 0 && <p class="soft">The journal has nothing about it.</p>}
      <ol class="map-history">
        {history.map((entry) => (
          <li key={entry.seq}>
            <a href={hrefTo({ view: 'timeline', domid, query: { seq: String(entry.seq) } })}>
              #{entry.seq}
            </a>{' '}
            {recordInWords(entry)}
          </li>
        ))}
      </ol>
      <p>
        <a href={hrefTo({ view: 'journal', query: about })}>All of its journal</a> ·{' '}
        <a href={hrefTo({ view: 'access', domid, query: { gpa: hex(gfn * 4096), kind: 'write' } })}>
          Try a guest access
        </a>
      </p>
    </section>
  );
}

function Facts({ domid, facts }: { readonly domid: number; readonly facts: PageFacts }) {
  const { page, write, read } = facts;
  return (
    <>
      <p>
        <strong>{page.type}</strong>
        {page.mfn !== undefined && `, machine frame ${page.mfn}`}
        {page.access !== 'rwx' && page.mfn !== undefined && `, access ${page.access}`}
        {page.order > 0 &&
          page.mfn !== undefined &&
          `, part of a superpage of 2^${page.order} pages`}
      </p>
      <Accessed domid={domid} dir="write" answer={write} />
      <Accessed domid={domid} dir="read" answer={read} />
    </>
  );
}

interface AccessedProps {
  readonly domid: number;
  readonly dir: string;
  readonly answer: Answer<'selectIoreqServer'>;
}

/** `Guest writes go to ioreq server 0`, with the way there. */
function Accessed({ domid, dir, answer }: AccessedProps) {
  const { gets, ioservid, device, why, addr } = answer;
  const to = {
    page: 'the page itself',
    xen: `Xen’s own ${device}`,
    ioreq_server: `ioreq server ${ioservid}`,
    monitor: 'the monitor',
    nobody: 'nobody',
  }[gets];
  const servers = hrefTo({ view: 'servers', domid, query: { addr, type: 'memory' } });
  return (
    <p>
      Guest {dir}s go to{' '}
      {gets === 'ioreq_server' ? <a href={servers}>{to}</a> : <strong>{to}</strong>}:{' '}
      <span class="soft">{why}.</span>
    </p>
  );
}
