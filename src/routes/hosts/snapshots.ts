/** A host written down, kept, and put back: as a document, in bytes, or here by name. */

import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { array, integer, text } from '../wire/json-words.js';
import { SOME_OCTETS, octetsSchema } from '../http/octets.js';
import type { FieldErrors } from '../problems/field-errors.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { requireRoom } from '../world/require-room.js';
import { SEED, domainCheckOf, seeded } from './seed.js';
import type { Seed } from '../world/served-host.js';
import { SNAPSHOT } from '../snapshot/binary-form.js';
import { putSnapshot, restoredFrom } from '../snapshot/put-snapshot.js';
import { gathered, inTurns, takeSnapshot } from '../snapshot/take-snapshot.js';
import { struct } from '../wire/struct.js';
import { servedHostOf } from '../world/world-of.js';
import { withExample } from '../wire/url-words.js';

const MOST_BYTES = 4 * 2 ** 30;
const MOST_KEPT = 64;

const params = struct({
  name: withExample(
    text('Its name: letters, digits, `.`, `_`, `-`.', { pattern: '^[\\w.-]{1,64}$' }),
    'before',
  ),
});
const kept = struct({
  name: text('Its name.'),
  bytes: integer(0, Number.MAX_SAFE_INTEGER, 'How large it is.'),
});
const all = struct({ snapshots: array(kept, 'By name.') });

interface ByName {
  Params: { name: string };
}

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

  app.get('/snapshots', { schema: LIST }, (request) => {
    const snapshots = [...servedHostOf(request).snapshots].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return all.encode({
      snapshots: snapshots.map(([name, { length }]) => ({ name, bytes: length })),
    });
  });

  app.put<ByName>('/snapshots/:name', { schema: KEEP }, async (request, reply) => {
    const { name } = request.params;
    const served = servedHostOf(request);
    const { snapshots } = served;
    if (!snapshots.has(name))
      requireRoom('too-many-snapshots', 'the most', {
        are: snapshots.size,
        most: MOST_KEPT,
        what: 'snapshots are kept',
      });
    const bytes = await gathered(await takeSnapshot(served, true));
    snapshots.set(name, bytes);
    return reply.send(kept.encode({ name, bytes: bytes.length }));
  });

  app.get<ByName>('/snapshots/:name', { schema: SHOW }, (request, reply) =>
    reply.type(SNAPSHOT).send(keptOf(request)),
  );

  app.delete<ByName>('/snapshots/:name', { schema: FORGET }, (request, reply) => {
    keptOf(request);
    servedHostOf(request).snapshots.delete(request.params.name);
    return reply.code(204).send();
  });

  app.post<ByName>('/snapshots/:name/restore', { schema: RESTORE }, async (request, reply) => {
    const served = servedHostOf(request);
    await putSnapshot(served, await restoredFrom(keptOf(request), served.settings));
    return reply.code(204).send();
  });
}

const wantsBytes = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes(SNAPSHOT) === true;

function keptOf(request: FastifyRequest<ByName>): Uint8Array {
  const { name } = request.params;
  const bytes = servedHostOf(request).snapshots.get(name);
  if (bytes !== undefined) return bytes;
  throw new ProblemError(ownProblem('no-such-snapshot', `the host has no snapshot ${name}`));
}

const NO_SUCH = { 'no-such-snapshot': 'The host has no snapshot of that name.' };
const RESTORED = {
  204: {
    description: 'The host is what the snapshot says. Who waited on it was answered `host-reset`.',
  },
};
const DOCUMENT = {
  type: 'object',
  description: 'What `GET /snapshot` gave: see docs/snapshots.md.',
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

const LIST = schemaOf({
  id: 'listSnapshots',
  tag: 'hosts',
  summary: 'The snapshots that are kept',
  description: 'In memory, for as long as the host is there; a reset leaves them.',
  answers: {
    200: {
      description: 'The snapshots.',
      schema: all.answer,
      example: { snapshots: [{ name: 'before', bytes: 4096 }] },
    },
  },
});

const KEEP = schemaOf({
  id: 'keepSnapshot',
  tag: 'hosts',
  summary: 'Write the host down, and keep that by name',
  description: 'In place of one of that name.',
  params,
  answers: {
    200: {
      description: 'It is kept.',
      schema: kept.answer,
      example: { name: 'before', bytes: 4096 },
    },
  },
  problems: { 'too-many-snapshots': 'The host keeps as many as it may.' },
});

const SHOW = schemaOf({
  id: 'getKeptSnapshot',
  tag: 'hosts',
  summary: 'A snapshot that is kept',
  description: 'In bytes.',
  params,
  answers: {
    200: {
      description: 'The snapshot.',
      mediaType: SNAPSHOT,
      schema: octetsSchema('The snapshot.'),
      example: SOME_OCTETS,
    },
  },
  problems: NO_SUCH,
});

const FORGET = schemaOf({
  id: 'forgetSnapshot',
  tag: 'hosts',
  summary: 'Keep a snapshot no longer',
  description: 'The host stays as it is.',
  params,
  answers: { 204: { description: 'It is gone.' } },
  problems: NO_SUCH,
});

const RESTORE = schemaOf({
  id: 'restoreSnapshot',
  tag: 'hosts',
  summary: 'Make the host what a kept snapshot says',
  description: 'As `PUT /snapshot` does.',
  params,
  answers: RESTORED,
  problems: NO_SUCH,
});
