/** What was chosen of the timeline: a request from end to end, or another record, and how to have it again. */

import { serviceUrl } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { hostName, hrefTo } from '../../navigation.js';
import { Command } from '../../parts/command.js';
import { gfnOf } from '../../parts/gfn-of.js';
import { accessAgain, answerTo } from './repeat.js';
import { requestLine } from './request-line.js';
import { whyStuck, type Server } from './stuck.js';
import type { Request } from './timeline-model.js';

interface Props {
  readonly domid: number;
  readonly request: Request | undefined;
  /** Where no request begins with it. */
  readonly entry: Entry | undefined;
  readonly servers: readonly Server[];
}

export function RecordPanel({ domid, request, entry, servers }: Props) {
  const record = request?.begin ?? entry;
  if (record === undefined)
    return (
      <p class="soft">No request is chosen: click a bar, or go from one to the next by ← and →.</p>
    );
  const where = { url: `${serviceUrl}/hosts/${hostName.value}`, domid };
  const addr = request?.sent?.type === 'copy' ? request.sent.addr : undefined;
  const gfn = addr === undefined ? record.gfn : gfnOf(addr);
  return (
    <section class="card" aria-label="The chosen record">
      <h2>
        {request === undefined ? `${record.kind}, record ${record.seq}` : requestLine(request)}
      </h2>
      {request?.completed === undefined && request !== undefined && (
        <p class="bad">Not answered: {whyStuck(request, servers)}.</p>
      )}
      {request?.sent === undefined && request !== undefined && (
        <p class="warn">It began before what is remembered.</p>
      )}
      <p class="row">
        {gfn !== undefined && (
          <a href={hrefTo({ view: 'map', domid, query: { gfn } })}>page {gfn}</a>
        )}
        {addr !== undefined && (
          <a href={hrefTo({ view: 'servers', domid, query: { type: 'memory', addr } })}>
            who gets {addr}
          </a>
        )}
        <a href={hrefTo({ view: 'journal', query: { seq: String(record.seq) } })}>
          record {record.seq} in the journal
        </a>
      </p>
      {request !== undefined && (
        <>
          <Command title="The access again" line={accessAgain(request, where)} />
          <Command title="An answer to it" line={answerTo(request, where)} />
        </>
      )}
      <h3>As JSON</h3>
      <pre tabIndex={0}>{JSON.stringify(recordsOf(request, record), withoutHeard, 2)}</pre>
    </section>
  );
}

const recordsOf = (request: Request | undefined, record: Entry) =>
  request === undefined
    ? record
    : [request.sent, request.delivered, request.completed].filter((one) => one !== undefined);

/** `at` is this page's own. */
const withoutHeard = (name: string, value: unknown) => (name === 'at' ? undefined : value);
