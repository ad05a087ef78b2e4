/** Pages of a domain as another has them mapped: they stay while the domain, or the server that shares them, goes. */

import type { FastifyInstance } from 'fastify';
import { PAGE_SIZE, XenError, mapGfns, mapServerFrame, type Host } from '../hypervisor/index.js';
import { array, integer } from './json-words.js';
import { OCTETS, SOME_OCTETS, octetsOf, octetsSchema } from './octets.js';
import { schemaOf } from './operation.js';
import { ProblemError, ownProblem } from './problem.js';
import { struct, type StructValue } from './struct.js';
import { CALLER, DOMID, withExample } from './url-words.js';
import { gfn, u16, u32 } from './wire.js';
import { optional } from './word.js';
import { hostOf } from './world-of.js';

/** As many pages as one mapping may have. */
const MOST_PAGES = 2 ** 16;

const ID = withExample(integer(1, Number.MAX_SAFE_INTEGER, 'The mapping.'), 1);
const params = struct({ domid: DOMID });
const ofMapping = struct({ domid: DOMID, id: ID });
const headers = struct({ 'xen-caller-domid': CALLER });
const query = struct({
  offset: optional(integer(0, MOST_PAGES * PAGE_SIZE - 1, 'Where the bytes begin.'), 0),
});
const body = struct({
  first_gfn: optional(gfn('The first page of RAM.')),
  nr: optional(integer(1, MOST_PAGES, 'How many pages.'), 1),
  ioservid: optional(u16('The ioreq server whose page is mapped instead.')),
  frame: optional(u32('Which: 0 the buffered ring, 1 the synchronous slots.'), 1),
});
const made = struct({ id: integer(1, Number.MAX_SAFE_INTEGER, 'By which it is let go of.') });

const listed = struct({
  mappings: array(
    struct({
      id: integer(1, Number.MAX_SAFE_INTEGER, 'Its id.'),
      by: u16('The domain that has them mapped.'),
      pages: integer(0, MOST_PAGES, 'How many pages.'),
    }),
    'By id.',
  ),
});

interface OfMapping {
  Params: { domid: number; id: number };
  Querystring: { offset: number };
}

const NO_DOMAIN = { ESRCH: 'There is no such domain.' } as const;
const NO_MAPPING = { 'no-such-page': 'There is no such mapping.' } as const;

export function mappingRoutes(app: FastifyInstance): void {
  app.post<{ Params: { domid: number }; Headers: { 'xen-caller-domid'?: number }; Body: object }>(
    '/domains/:domid/mappings',
    { schema: MAP },
    (request, reply) => {
      const by = request.headers['xen-caller-domid'] ?? 0;
      const id = mapped(hostOf(request), request.params.domid, by, body.decode(request.body));
      return reply.code(201).send(made.encode({ id }));
    },
  );

  app.get<{ Params: { domid: number } }>(
    '/domains/:domid/mappings',
    { schema: LIST },
    (request) => {
      const { mappings } = hostOf(request).domain(request.params.domid);
      return listed.encode({
        mappings: [...mappings.all].map(([id, { by, frames }]) => ({
          id,
          by,
          pages: frames.length,
        })),
      });
    },
  );

  app.get<OfMapping>('/domains/:domid/mappings/:id', { schema: READ }, (request, reply) => {
    const { host, frames } = mappingOf(hostOf(request), request.params);
    const pages = frames.map((mfn) => host.machine.page(mfn) ?? new Uint8Array(PAGE_SIZE));
    return reply.type(OCTETS).send(Buffer.concat(pages));
  });

  app.put<OfMapping & { Body: Buffer }>(
    '/domains/:domid/mappings/:id',
    { schema: WRITE },
    (request, reply) => {
      const { host, frames } = mappingOf(hostOf(request), request.params);
      write(host, frames, request.query.offset, octetsOf(request.body));
      return reply.code(204).send();
    },
  );

  app.delete<OfMapping>('/domains/:domid/mappings/:id', { schema: UNMAP }, (request, reply) => {
    const host = hostOf(request);
    const { domid, id } = request.params;
    if (!host.unmap(host.domain(domid), id)) throw noSuchMapping(domid, id);
    return reply.code(204).send();
  });
}

function mapped(
  host: Host,
  domid: number,
  by: number,
  { first_gfn, nr, ioservid, frame }: StructValue<typeof body.fields>,
): number {
  const domain = host.domain(domid);
  if (ioservid !== undefined) return mapServerFrame(domain, by, ioservid, frame);
  if (first_gfn === undefined)
    throw new XenError('EINVAL', 'neither first_gfn nor ioservid says what is to be mapped');
  return mapGfns(domain, by, first_gfn, nr);
}

function mappingOf(host: Host, { domid, id }: OfMapping['Params']) {
  const mapping = host.domain(domid).mappings.find(id);
  if (mapping === undefined) throw noSuchMapping(domid, id);
  return { host, frames: mapping.frames };
}

const noSuchMapping = (domid: number, id: number) =>
  new ProblemError(ownProblem('no-such-page', `domain ${domid} has no mapping ${id}`));

function write(host: Host, frames: readonly number[], offset: number, bytes: Uint8Array): void {
  const room = frames.length * PAGE_SIZE;
  if (offset + bytes.length > room)
    throw new XenError('EINVAL', `${bytes.length} bytes from ${offset} on do not fit ${room}`);
  for (let done = 0; done < bytes.length;) {
    const at = offset + done;
    const start = at % PAGE_SIZE;
    const here = Math.min(PAGE_SIZE - start, bytes.length - done);
    const mfn = frames[Math.floor(at / PAGE_SIZE)] ?? 0;
    host.machine.writablePage(mfn).set(bytes.subarray(done, done + here), start);
    done += here;
  }
}

const MAP = schemaOf({
  id: 'mapForeign',
  tag: 'device model',
  summary: "Map a domain's pages",
  description:
    'RAM by its gfns, as a foreign mapping, or a page of an ioreq server as a resource, which is acquired with it. The ' +
    'caller holds the frames: they stay what they are when the domain gives them back or the server is destroyed, and a ' +
    'domain that is destroyed meanwhile stays, dying, until the last is let go of.',
  params,
  headers,
  body: body.schema,
  example: { first_gfn: '0x100', nr: 1 },
  answers: { 201: { description: 'It is mapped.', schema: made.answer, example: { id: 1 } } },
  errnos: {
    ...NO_DOMAIN,
    EINVAL: 'There is no RAM to be mapped, or the server has no such frame.',
    ENOENT: 'There is no such server, or it has no buffered ring.',
    EPERM: 'The server is another domain’s, or its pages were mapped by gfn.',
  },
});

const LIST = schemaOf({
  id: 'listMappings',
  tag: 'device model',
  summary: "What others have mapped of a domain's pages",
  description: 'Each mapping holds a reference to its frames.',
  params,
  answers: {
    200: {
      description: 'The mappings.',
      schema: listed.answer,
      example: { mappings: [{ id: 1, by: 0, pages: 1 }] },
    },
  },
  errnos: NO_DOMAIN,
});

const READ = schemaOf({
  id: 'readMapping',
  tag: 'device model',
  summary: 'Read what is mapped',
  description: 'Every byte of its pages.',
  params: ofMapping,
  answers: {
    200: {
      description: 'The pages.',
      mediaType: OCTETS,
      schema: octetsSchema('The pages.'),
      example: SOME_OCTETS,
    },
  },
  errnos: NO_DOMAIN,
  problems: NO_MAPPING,
});

const WRITE = schemaOf({
  id: 'writeMapping',
  tag: 'device model',
  summary: 'Write to what is mapped',
  description: 'Past whatever the guest may do to its pages; nothing is logged as dirty.',
  params: ofMapping,
  query,
  body: octetsSchema('From `offset` on, up to the end of the pages.'),
  bodyType: OCTETS,
  example: SOME_OCTETS,
  answers: { 204: { description: 'It is there.' } },
  errnos: { ...NO_DOMAIN, EINVAL: 'The bytes do not fit the pages.' },
  problems: { ...NO_MAPPING, 'not-octets': 'The body is not an octet stream.' },
});

const UNMAP = schemaOf({
  id: 'unmapForeign',
  tag: 'device model',
  summary: 'Let go of what is mapped',
  description: 'A dying domain of which nothing else is held is gone then.',
  params: ofMapping,
  answers: { 204: { description: 'It is let go of.' } },
  errnos: NO_DOMAIN,
  problems: NO_MAPPING,
});
