/** One page: what it is, who gets the guest's accesses to it, and what has happened to it. */

import { entriesNow } from '../../live/feed.js';
import { hrefTo } from '../../navigation.js';
import { recordInWords } from '../../parts/record-in-words.js';
import { WhoGetsIt } from '../../parts/who-gets-it.js';
import { hex } from './in-words.js';
import type { PageFacts } from './page-facts.js';
import { historyOf } from './page-history.js';

interface Props {
  readonly domid: number;
  readonly gfn: number;
  readonly facts: PageFacts | undefined;
}

const HISTORY = 8;

export function PagePanel({ domid, gfn, facts }: Props) {
  const gpa = hex(gfn * 4096);
  const history = historyOf(entriesNow(), domid, gfn, HISTORY);
  return (
    <section class="card map-page" aria-label="The page">
      <h2 class="mono">gfn {hex(gfn)}</h2>
      <p class="soft mono">
        gpa {gpa} {facts?.accesses[0]?.p2mt}
      </p>
      {facts && <WhoGetsIt answers={facts.accesses} />}
      <h3>History</h3>
      <ol>
        {history.map((entry) => (
          <li key={entry.seq}>
            <a href={hrefTo({ view: 'timeline', domid, query: { seq: String(entry.seq) } })}>
              #{entry.seq}
            </a>{' '}
            {recordInWords(entry)}
          </li>
        ))}
        {history.length === 0 && <li class="soft">nothing in the journal</li>}
      </ol>
      <p>
        <a href={hrefTo({ view: 'servers', domid, query: { type: 'memory', addr: gpa } })}>
          Its servers
        </a>{' '}
        · <a href={hrefTo({ view: 'journal', query: { gfn: hex(gfn) } })}>Its journal</a> ·{' '}
        <a href={hrefTo({ view: 'access', domid, query: { gpa, kind: 'write' } })}>Try an access</a>
      </p>
    </section>
  );
}
