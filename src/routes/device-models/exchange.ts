/** How a device model is served over plain HTTP: answers in, the next requests out, in one call. */

import type { FastifyInstance } from 'fastify';
import type { Domain, IoreqServer } from '../../hypervisor/index.js';
import { ENDED_WHILE_WAITING } from '../problems/ended-while-waiting.js';
import { EXCHANGED } from '../openapi/examples.js';
import { faultOfOurs, isOfConnection, struck } from '../faults/strike.js';
import { onAccountOf } from '../journal/account.js';
import { array, integer } from '../wire/json-words.js';
import { TOO_MANY_WAITING } from '../world/limits.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { NOTHING, complete, completion, describeServed, exchanged, take } from './serve-ioreqs.js';
import { serverOf } from './server-of.js';
import { struct } from '../wire/struct.js';
import { DOMID, IOSERVID } from '../wire/url-words.js';
import { optional } from '../wire/word.js';
import { worldOf } from '../world/world-of.js';

const LONGEST_WAIT_MS = 600_000;
const MOST_AT_ONCE = 1024;

const body = struct({
  completions: optional(array(completion, 'Answers.'), []),
  max: optional(
    integer(1, MOST_AT_ONCE, 'How many requests are wanted at most, of each sort.'),
    16,
  ),
  wait_ms: optional(integer(0, LONGEST_WAIT_MS, 'How long to wait for a request.'), 0),
});

export function exchangeRoutes(app: FastifyInstance): void {
  app.post<{ Params: { domid: number; id: number }; Body: object }>(
    '/domains/:domid/ioreq-servers/:id/exchange',
    {
      schema: schemaOf({
        id: 'exchangeIoreqs',
        tag: 'device model',
        summary: "Answer a server's requests and take its next ones",
        description:
          'Answers are given first, then what is pending is handed out, if need be after waiting for it. A request ' +
          'is handed out again, with `delivery` counted up, until it is answered: a client that goes away leaves it ' +
          'to the next. Nothing comes from a server that has no page.',
        params: struct({ domid: DOMID, id: IOSERVID }),
        body: body.schema,
        example: { completions: [], max: 16, wait_ms: 0 },
        answers: {
          200: {
            description: 'What there is; nothing if the wait has ended without.',
            schema: exchanged.answer,
            example: EXCHANGED,
          },
        },
        errnos: { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' },
        problems: {
          'domain-gone': 'The domain or the server was destroyed while the call waited.',
          'too-many-waiting': TOO_MANY_WAITING,
          ...ENDED_WHILE_WAITING,
        },
      }),
    },
    async (request, reply) => {
      const { params } = request;
      const { completions, max, wait_ms } = body.decode(request.body);
      const { host, waiting, journal } = worldOf(request);
      if (completions.length === 0) waiting.admit(wait_ms);
      const domain = host.domain(params.domid);
      const server = serverOf(domain, params.id);
      const account = journal.request;
      const attempt = () => {
        requirePresence(domain, server);
        return onAccountOf(journal, account, () => take(host, server, max));
      };
      const exchange = async () => {
        const stale = onAccountOf(journal, account, () => complete(host, server, completions));
        const found = await waiting.until(attempt, { ms: wait_ms, connection: reply.raw });
        return describeServed({ ...(found ?? NOTHING), stale });
      };
      const call = { domid: domain.domid, ioservid: server.id };
      const rule = faultOfOurs(host, 'exchange', call, isOfConnection);
      return rule === undefined ? exchange() : struck(rule, { act: exchange });
    },
  );
}

function requirePresence(domain: Domain, server: IoreqServer): void {
  if (domain.ioreqServers.find(server.id) === server) return;
  const detail = `ioreq server ${server.id} of domain ${domain.domid} was destroyed`;
  throw new ProblemError(ownProblem('domain-gone', detail));
}
