/** One page: what it is, who gets the guest's accesses to it, and what has happened to it. */

import type { Answer } from '../../api.js';
import { entriesNow } from '../../live/feed.js';
import { hrefTo } from '../../navigation.js';
import { hex } from './in-words.js';
import type { PageFacts } from './page-facts.js';
import { historyOf, recordInWords } from './record-in-words.js';

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
        gpa {gpa} {facts?.write.p2mt}
      </p>
      {facts && (
        <>
          <Accessed domid={domid} answer={facts.write} />
          <Accessed domid={domid} answer={facts.read} />
        </>
      )}
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
        <a href={hrefTo({ view: 'journal', query: { gfn: hex(gfn) } })}>Its journal</a> ·{' '}
        <a href={hrefTo({ view: 'access', domid, query: { gpa, kind: 'write' } })}>
          Try a guest access
        </a>
      </p>
    </section>
  );
}

interface AccessedProps {
  readonly domid: number;
  readonly answer: Answer<'selectIoreqServer'>;
}

/** `Guest writes go to ioreq server 0`, with the way there. */
function Accessed({ domid, answer }: AccessedProps) {
  const { gets, dir, ioservid, device, why, addr } = answer;
  const to = {
    page: 'the page itself',
    xen: `Xen’s own ${device}`,
    ioreq_server: `ioreq server ${ioservid}`,
    monitor: 'the monitor',
    nobody: 'nobody',
  }[gets];
  return (
    <p>
      Guest {dir}s go to{' '}
      <a href={hrefTo({ view: 'servers', domid, query: { type: 'memory', addr, dir } })}>{to}</a>:{' '}
      <span class="soft">{why}.</span>
    </p>
  );
}
