/** `fakexen journal` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { follow } from '../follow.js';
import { FILTER_OPTIONS, filterIn } from '../journal-filter.js';
import { journalLine } from '../text/journal-line.js';

const UNSAID_LIMIT = 1000;

export const journal: Command = {
  about: 'Hypercalls, exits, ioreqs and their answers, ports, domains: the latest of it.',
  options: [
    { flag: 'follow', about: 'go on as things happen, until it is interrupted' },
    { flag: 'kind', value: 'KIND,…', about: 'only these kinds: hypercall, vmexit, npf, ioreq, …' },
    { flag: 'limit', value: 'NR', about: `how many at most, ${UNSAID_LIMIT} if not said` },
    ...FILTER_OPTIONS,
    ...CONNECTION_OPTIONS,
  ],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const kind = given.text('kind');
    if (given.has('follow')) {
      await follow(xen, given, terminal, kind);
      return undefined;
    }
    const limit = given.number('limit') ?? UNSAID_LIMIT;
    const query = { ...filterIn(given), limit, ...(kind !== undefined && { kind }) };
    const value = await answerOf(xen.api.GET('/journal', { params: { query } }));
    const lines = value.entries.map((entry) => journalLine({ ...entry }));
    const more = value.more ? [`… more after ${value.next}`] : [];
    return { value, text: [...lines, ...more].join('\n') };
  },
};
