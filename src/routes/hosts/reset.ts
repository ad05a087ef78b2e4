/** A host begins anew: another world takes the place of the one that it was, at once. */

import type { FastifyInstance } from 'fastify';
import { name } from '../wire/json-words.js';
import type { FieldErrors } from '../problems/field-errors.js';
import { schemaOf } from '../openapi/operation.js';
import { SEED, domainCheckOf, seeded } from './seed.js';
import { replaced } from '../world/served-host.js';
import { struct } from '../wire/struct.js';
import { atRest } from '../world/tasks.js';
import { optional } from '../wire/word.js';
import { servedHostOf } from '../world/world-of.js';

const query = struct({
  to: optional(
    name(['seed', 'empty'], 'What it is then; without a seed the two are the same.'),
    'seed',
  ),
});
const body = struct({ seed: optional(SEED) });

interface OfReset {
  Querystring: { to: 'seed' | 'empty' };
  Body: object | null;
}

export function resetRoutes(app: FastifyInstance, fieldErrors: FieldErrors): void {
  app.post<OfReset>('/reset', { bodyLimit: MOST_BYTES, schema: RESET }, async (request, reply) => {
    const served = servedHostOf(request);
    const { seed = served.seed } = body.decode(request.body ?? {});
    const wanted = request.query.to === 'empty' ? undefined : seed;
    const world = await seeded(wanted, served.settings, domainCheckOf(request, fieldErrors));
    const before = served.world;
    served.seed = seed;
    served.become(world, replaced('was reset'));
    await atRest(before.host);
    return reply.code(204).send();
  });
}

const MOST_BYTES = 4 * 2 ** 30;

const RESET = schemaOf({
  id: 'resetHost',
  tag: 'hosts',
  summary: 'Let the host begin anew',
  description:
    'Back to its seed, or empty. Requests that come from now on find the new world; calls under way come to their end ' +
    'on the old one, before this answers; requests that wait on it end with `host-reset`, WebSockets with 1001. A ' +
    '`seed` in the body is what the host goes back to from now on.',
  query,
  body: { ...body.schema, type: ['object', 'null'] },
  example: { seed: { domains: [{ domid: 1, memory_mib: 64 }] } },
  answers: { 204: { description: 'It has begun anew.' } },
  problems: {
    'broken-seed': 'The seed says what cannot be: `errors` points at it. Nothing has changed.',
    'broken-snapshot': 'The seed is a snapshot, and says what cannot be.',
  },
});
