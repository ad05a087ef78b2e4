/** What happens on a host, as it happens. */

import type { FastifyInstance } from 'fastify';
import { TOO_MANY_WAITING } from '../world/limits.js';
import { integer } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { optional } from '../wire/word.js';
import { worldOf } from '../world/world-of.js';
import { EventStream } from './event-stream.js';
import { EVENTS } from './examples.js';
import { FILTER_WORDS, filterOf } from './filter-word.js';

const AFTER = integer(
  0,
  Number.MAX_SAFE_INTEGER,
  'Begin after the record of this number, as far as it is kept.',
);

const query = struct({ after: optional(AFTER), ...FILTER_WORDS });
const headers = struct({ 'last-event-id': optional(AFTER) });

export function eventRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: object; Headers: { 'last-event-id'?: number } }>(
    '/events',
    {
      exposeHeadRoute: false,
      schema: schemaOf({
        id: 'watchEvents',
        tag: 'journal',
        summary: 'Watch what happens on the host',
        description:
          'Server-sent events: each record of the journal as it is made, its kind as the name of the event, its number as ' +
          'the id. With `Last-Event-ID` or `after` it begins with what has come since; without, from now on. `gap` says ' +
          'that records are missing, because they are not kept any more or the host was reset: `after`, `next`, `dropped`. ' +
          '`end` says why there will be no more.',
        query,
        headers,
        answers: {
          200: {
            description: 'Events, until one side ends it.',
            mediaType: 'text/event-stream',
            schema: { type: 'string' },
            example: EVENTS,
          },
        },
        problems: {
          'too-many-waiting': TOO_MANY_WAITING,
          'shutting-down': 'The service is ending.',
        },
      }),
    },
    (request, reply) => {
      const { after, ...words } = query.decode(request.query);
      const { journal, watch, waiting } = worldOf(request);
      const filter = filterOf(words);
      waiting.admit(Infinity);

      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
        'x-accel-buffering': 'no',
        'x-request-id': request.id,
      });
      const options = { journal, watch, filter, after: request.headers['last-event-id'] ?? after };
      const stream = new EventStream(reply.raw, options);
      const leave = waiting.orElse((why) => {
        stream.end(why.message);
      });
      reply.raw.on('close', leave);
      stream.open();
    },
  );
}
