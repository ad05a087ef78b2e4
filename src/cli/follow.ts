/** Prints records as they are made, until the user ends it. */

import { answerOf } from '../client/answer-of.js';
import type { XenHost } from '../client/index.js';
import type { Given } from './given.js';
import { filterIn } from './journal-filter.js';
import { serverSentEvents } from '../client/server-sent-events.js';
import type { Terminal } from './terminal.js';
import { journalLine } from './text/journal-line.js';

/** Said of the stream, not of the host. */
const GAP = 'gap';
const END = 'end';

/** Rejects where the service ends it. */
export async function follow(
  xen: XenHost,
  given: Given,
  terminal: Terminal,
  kind: string | undefined,
): Promise<void> {
  const signal = terminal.interrupted();
  const query = { ...filterIn(given), ...(kind !== undefined && { kind }) };
  const options = { params: { query }, parseAs: 'stream', signal } as const;
  try {
    const body = await answerOf(xen.api.GET('/events', options));
    for await (const { event, data } of serverSentEvents(body)) {
      if (event === END) throw new Error(String(data['why']));
      if (event === GAP)
        terminal.err(`fakexen: ${String(data['dropped'])} records are missing here\n`);
      else terminal.out(`${given.isJson ? JSON.stringify(data) : journalLine(data)}\n`);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
