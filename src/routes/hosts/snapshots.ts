/** A host written down and put back: as a document, or in bytes. */

import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SOME_OCTETS, octetsSchema } from '../http/octets.js';
import type { FieldErrors } from '../problems/field-errors.js';
import { schemaOf } from '../openapi/operation.js';
import { SEED, domainCheckOf, seeded } from './seed.js';
import type { Seed } from '../world/served-host.js';
import { SNAPSHOT } from '../snapshot/binary-form.js';
import { putSnapshot, restoredFrom } from '../snapshot/put-snapshot.js';
import { inTurns, takeSnapshot } from '../snapshot/take-snapshot.js';
import { servedHostOf } from '../world/world-of.js';

const MOST_BYTES = 4 * 2 ** 30;

/** What there is to say of a host that has become what a snapshot says. */
export const RESTORED = {
  204: {
    description: 'The host is what the snapshot says. Who waited on it was answered `host-reset`.',
  },
};

export function snapshotRoutes(app: FastifyInstance, fieldErrors: FieldErrors): void {
  app.addContentTypeParser(SNAPSHOT, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.get('/snapshot', { schema: GET }, async (request, reply) => {
    const asBytes = wantsBytes(request);
    const pieces = await takeSnapshot(servedHostOf(request), asBytes);
    return reply
      .type(asBytes ? SNAPSHOT : 'application/json')
      .send(Readable.from(inTurns(pieces), { objectMode: false }));
  });

  app.put('/snapshot', { bodyLimit: MOST_BYTES, schema: PUT }, async (request, reply) => {
    const { body } = request;
    const served = servedHostOf(request);
    const world =
      body instanceof Uint8Array
        ? await restoredFrom(body, served.settings)
        : await seeded(body as Seed, served.settings, domainCheckOf(request, fieldErrors));
    await putSnapshot(served, world);
    return reply.code(204).send();
  });
}

const wantsBytes = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes(SNAPSHOT) === true;

const DOCUMENT = {
  type: 'object',
  description: 'What `GET /snapshot` gave: see docs/hosts.md.',
  additionalProperties: true,
};
const IN_SHORT = { format: 'fakexen.snapshot', version: 2 };

const GET = schemaOf({
  id: 'getSnapshot',
  tag: 'hosts',
  summary: 'Write the host down',
  description:
    'All of it: domains, EPT entries, machine frames and what is in them, requests that device models have, guest ' +
    'accesses on their way, counters and the clock. The same state gives the same bytes. It waits until no call is ' +
    'under way. In JSON bytes are base64, zeros at the end of a page left away; with `Accept: ' +
    `${SNAPSHOT}\` they follow the document as they are.`,
  answers: {
    200: {
      description: 'The host.',
      schema: DOCUMENT,
      orAs: {
        [SNAPSHOT]: { schema: octetsSchema('The same, in bytes.'), example: SOME_OCTETS },
      },
      example: IN_SHORT,
    },
  },
});

const PUT = schemaOf({
  id: 'putSnapshot',
  tag: 'hosts',
  summary: 'Make the host what a snapshot says',
  description:
    'Or what a seed says, a list of domains. At once: calls under way come to their end on the world before, and the answer comes after them. A device model ' +
    'that asks again is handed out its requests once more.',
  body: SEED.schema,
  bodyType: ['application/json', SNAPSHOT],
  example: { domains: [{ domid: 1, name: 'guest', memory_mib: 64 }] },
  answers: RESTORED,
  problems: {
    'broken-seed': 'A domain of the list is none: `errors` points at it.',
    'broken-snapshot':
      'The document is none of this version, or says what cannot be: `errors` points at it.',
  },
});
