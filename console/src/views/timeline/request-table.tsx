/** The requests that the timeline shows, in words. */

import { ColumnHeads } from '../../parts/column-heads.js';
import { whyStuck, type Server } from './stuck.js';
import { requestLine } from './request-line.js';
import type { Request } from './timeline-model.js';

const COLUMNS = ['Record', 'Request', 'Taken', 'Answered'];
const MOST_ROWS = 100;

interface Props {
  readonly requests: readonly Request[];
  readonly servers: readonly Server[];
  readonly chosen: number | undefined;
  readonly onChoose: (seq: number) => void;
}

export function RequestTable({ requests, servers, chosen, onChoose }: Props) {
  const shown = requests.slice(-MOST_ROWS).reverse();
  return (
    <table>
      <caption>
        {requests.length === 0
          ? 'No request in this stretch'
          : `Requests in this stretch, the newest first: ${shown.length} of ${requests.length.toLocaleString('en')}`}
      </caption>
      <ColumnHeads names={COLUMNS} />
      <tbody>
        {shown.map((request) => (
          <tr key={request.begin.seq} class={request.begin.seq === chosen ? 'timeline-chosen' : ''}>
            <th scope="row">
              <button onClick={() => onChoose(request.begin.seq)}>{request.begin.seq}</button>
            </th>
            <td>{requestLine(request)}</td>
            <td>{request.delivered?.seq ?? 'no'}</td>
            <td>
              {request.completed === undefined ? (
                <span class="bad">no: {whyStuck(request, servers)}</span>
              ) : (
                answeredBy(request.completed, request.sent?.dir)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const answeredBy = ({ seq, data }: NonNullable<Request['completed']>, dir: string | undefined) =>
  dir === 'read' && data !== undefined ? `${seq}, ${data}` : seq;
