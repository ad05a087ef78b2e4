/** What has happened on a host, to be read and to be held against what was expected. */

import type { FastifyInstance } from 'fastify';
import { ENTRIES, VERDICT, VERIFY } from './examples.js';
import { array, bool, integer } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { optional, verbatim } from '../wire/word.js';
import { worldOf } from '../world/world-of.js';
import { ENTRY_SCHEMA, entryAt, type Entry } from './entry.js';
import { expectationsOf, verdictAnswer, verifyBody } from './expectation-word.js';
import { FILTER_WORDS, filterOf } from './filter-word.js';
import { verify } from './verify.js';

const MOST_AT_ONCE = 10_000;

const query = struct({
  after: optional(
    integer(0, Number.MAX_SAFE_INTEGER, 'Only what happened after the record of this number.'),
    0,
  ),
  limit: optional(integer(1, MOST_AT_ONCE, 'How many records at most.'), 1000),
  ...FILTER_WORDS,
});

const page = struct({
  entries: array(verbatim<Entry>(ENTRY_SCHEMA), 'The oldest first.'),
  next: integer(0, Number.MAX_SAFE_INTEGER, 'The `after` that goes on from here.'),
  more: bool('There are more records already.'),
  dropped: integer(
    0,
    Number.MAX_SAFE_INTEGER,
    'How many records, of any sort, came after `after` and are not kept any more.',
  ),
});

export function journalRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: object }>(
    '/journal',
    {
      schema: schemaOf({
        id: 'readJournal',
        tag: 'journal',
        summary: 'What has happened on the host',
        description:
          'Hypercalls, exits, requests to device models and their answers, ports, domains, types: the latest of it, one ' +
          'record each, with the names that xentrace and QEMU have for it. A hypercall comes after what it did.',
        query,
        answers: { 200: { description: 'Records.', schema: page.answer, example: ENTRIES } },
      }),
    },
    (request) => {
      const { after, limit, ...words } = query.decode(request.query);
      const { journal } = worldOf(request);
      const filter = filterOf(words);
      const entries: Entry[] = [];
      const first = after + 1;
      let seq = journal.find(first, filter);
      for (; seq < journal.nextSeq && entries.length < limit; seq = journal.find(seq + 1, filter)) {
        const entry = entryAt(journal, seq);
        if (entry !== undefined) entries.push(entry);
      }
      return {
        entries,
        next: seq < journal.nextSeq ? seq - 1 : Math.max(after, journal.nextSeq - 1),
        more: seq < journal.nextSeq,
        dropped: Math.max(0, journal.firstSeq - first),
      };
    },
  );

  app.post<{ Body: object }>(
    '/journal/verify',
    {
      schema: schemaOf({
        id: 'verifyJournal',
        tag: 'journal',
        summary: 'Whether what happened is what was expected',
        description:
          'Each expectation says how often some record is there, that it is not, or in which order several are. Where one ' +
          'fails, the answer has the records that come closest, and the fields in which they differ. What is proved by the ' +
          'absence of records fails where some are not kept any more.',
        body: verifyBody.schema,
        example: VERIFY,
        answers: {
          200: { description: 'Each verdict.', schema: verdictAnswer.answer, example: VERDICT },
        },
      }),
    },
    (request) => {
      const { after, expect } = verifyBody.decode(request.body);
      const { journal } = worldOf(request);
      return verify(journal, after, expectationsOf(expect));
    },
  );
}
