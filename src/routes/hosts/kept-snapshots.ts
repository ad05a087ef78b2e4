/** Snapshots of a host that it keeps by name, in bytes. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SOME_OCTETS, octetsSchema } from '../http/octets.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { SNAPSHOT } from '../snapshot/binary-form.js';
import { putSnapshot, restoredFrom } from '../snapshot/put-snapshot.js';
import { gathered, takeSnapshot } from '../snapshot/take-snapshot.js';
import { array, integer, text } from '../wire/json-words.js';
import { struct } from '../wire/struct.js';
import { withExample } from '../wire/url-words.js';
import { requireRoom } from '../world/require-room.js';
import { servedHostOf } from '../world/world-of.js';
import { RESTORED } from './snapshots.js';

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

export function keptSnapshotRoutes(app: FastifyInstance): void {
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

function keptOf(request: FastifyRequest<ByName>): Uint8Array {
  const { name } = request.params;
  const bytes = servedHostOf(request).snapshots.get(name);
  if (bytes !== undefined) return bytes;
  throw new ProblemError(ownProblem('no-such-snapshot', `the host has no snapshot ${name}`));
}

const NO_SUCH = { 'no-such-snapshot': 'The host has no snapshot of that name.' };

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
