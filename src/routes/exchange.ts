/** How a device model is served over plain HTTP: answers in, the next requests out, in one call. */

import type { FastifyInstance } from 'fastify';
import { takeBuffered, type Domain, type Host, type IoreqServer } from '../hypervisor/index.js';
import { connectionOf } from './connection.js';
import { EXCHANGED } from './examples.js';
import { bufferedIoreq, ioreqOf, pendingIoreq, pendingOf } from './ioreq-word.js';
import { schemaOf } from './operation.js';
import { ProblemError, ownProblem } from './problem.js';
import { serverOf } from './server-of.js';
import { struct, type StructValue } from './struct.js';
import { DOMID, IOSERVID } from './url-words.js';
import { array, integer } from './json-words.js';
import type { Waiting } from './waiting.js';
import { u16, u32, u64 } from './wire.js';
import { optional } from './word.js';

const LONGEST_WAIT_MS = 600_000;
const MOST_AT_ONCE = 1024;

const completion = struct({
  vcpu: u16('Whose request is answered.'),
  seq: optional(u32('Which request: if another one is pending, nothing changes.')),
  data: optional(u64('The value that the guest reads; a write needs none.')),
});

const body = struct({
  completions: optional(array(completion, 'Answers.'), []),
  max: optional(
    integer(1, MOST_AT_ONCE, 'How many requests are wanted at most, of each sort.'),
    16,
  ),
  wait_ms: optional(integer(0, LONGEST_WAIT_MS, 'How long to wait for a request.'), 0),
});

const stale = struct({
  vcpu: u16('The vcpu.'),
  seq: optional(u32('The request that was answered.')),
});

const answer = struct({
  ioreqs: array(
    pendingIoreq,
    'What waits to be answered, that which was handed out least often first.',
  ),
  bufioreqs: array(bufferedIoreq, 'What was taken from the buffered ring, the oldest first.'),
  stale: array(stale, 'Completions that answered no pending request.'),
});

export function exchangeRoutes(app: FastifyInstance, host: Host, waiting: Waiting): void {
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
            schema: answer.answer,
            example: EXCHANGED,
          },
        },
        errnos: { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' },
        problems: {
          'domain-gone': 'The domain or the server was destroyed while the call waited.',
          'shutting-down': 'The service ended while the call waited.',
        },
      }),
    },
    async ({ params, body: wire }, reply) => {
      const { completions, max, wait_ms } = body.decode(wire);
      const domain = host.domain(params.domid);
      const server = serverOf(domain, params.id);
      const stale = completions.filter(
        ({ vcpu, ...given }) => !server.requests.complete(vcpu, given),
      );
      host.settle(domain);

      const found = await waiting.until(() => taken(domain, server, max), {
        ms: wait_ms,
        signal: connectionOf(reply),
      });
      return answer.encode({ ...(found ?? NOTHING), stale });
    },
  );
}

type Found = Pick<StructValue<typeof answer.fields>, 'ioreqs' | 'bufioreqs'>;
const NOTHING: Found = { ioreqs: [], bufioreqs: [] };

/** What is pending, now with its device model; undefined: nothing is. */
function taken(domain: Domain, server: IoreqServer, max: number): Found | undefined {
  if (domain.ioreqServers.find(server.id) !== server) {
    const detail = `ioreq server ${server.id} of domain ${domain.domid} was destroyed`;
    throw new ProblemError(ownProblem('domain-gone', detail));
  }
  const { requests } = server;
  const ioreqs = requests
    .outstanding()
    .toSorted((a, b) => a.delivery - b.delivery)
    .slice(0, max)
    .map((request) => pendingOf({ ...request, delivery: requests.take(request.vcpu) }));
  const bufioreqs = takeBuffered(server, max).map((ioreq) => ioreqOf(ioreq));
  return ioreqs.length + bufioreqs.length === 0 ? undefined : { ioreqs, bufioreqs };
}
