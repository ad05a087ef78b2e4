/** What OpenAPI is told of mappings, and the words that go over the wire. */

import { PAGE_SIZE } from '../../hypervisor/index.js';
import { array, integer } from '../wire/json-words.js';
import { OCTETS, SOME_OCTETS, octetsSchema } from '../http/octets.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { CALLER, DOMID, withExample } from '../wire/url-words.js';
import { gfn, u16, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

/** As many pages as one mapping may have. */
const MOST_PAGES = 2 ** 16;

const ID = withExample(integer(1, Number.MAX_SAFE_INTEGER, 'The mapping.'), 1);
const params = struct({ domid: DOMID });
const ofMapping = struct({ domid: DOMID, id: ID });
const headers = struct({ 'xen-caller-domid': CALLER });
const query = struct({
  offset: optional(integer(0, MOST_PAGES * PAGE_SIZE - 1, 'Where the bytes begin.'), 0),
});
/** What is to be mapped. */
export const mapBody = struct({
  first_gfn: optional(gfn('The first page of RAM.')),
  nr: optional(integer(1, MOST_PAGES, 'How many pages.'), 1),
  ioservid: optional(u16('The ioreq server whose page is mapped instead.')),
  frame: optional(u32('Which: 0 the buffered ring, 1 the synchronous slots.'), 1),
});
/** What it is known by. */
export const made = struct({
  id: integer(1, Number.MAX_SAFE_INTEGER, 'By which it is let go of.'),
});

/** Every mapping. */
export const listed = struct({
  mappings: array(
    struct({
      id: integer(1, Number.MAX_SAFE_INTEGER, 'Its id.'),
      by: u16('The domain that has them mapped.'),
      pages: integer(0, MOST_PAGES, 'How many pages.'),
    }),
    'By id.',
  ),
});

const NO_DOMAIN = { ESRCH: 'There is no such domain.' } as const;
const NO_MAPPING = { 'no-such-page': 'There is no such mapping.' } as const;

export const MAP = schemaOf({
  id: 'mapForeign',
  tag: 'device model',
  summary: "Map a domain's pages",
  description:
    'RAM by its gfns, as a foreign mapping, or a page of an ioreq server as a resource, which is acquired with it. The ' +
    'caller holds the frames: they stay what they are when the domain gives them back or the server is destroyed, and a ' +
    'domain that is destroyed meanwhile stays, dying, until the last is let go of.',
  params,
  headers,
  body: mapBody.schema,
  example: { first_gfn: '0x100', nr: 1 },
  answers: { 201: { description: 'It is mapped.', schema: made.answer, example: { id: 1 } } },
  errnos: {
    ...NO_DOMAIN,
    EINVAL: 'There is no RAM to be mapped, or the server has no such frame.',
    ENOENT: 'There is no such server, or it has no buffered ring.',
    EPERM: 'The server is another domain’s, or its pages were mapped by gfn.',
  },
});

export const LIST = schemaOf({
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

export const READ = schemaOf({
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

export const WRITE = schemaOf({
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

export const UNMAP = schemaOf({
  id: 'unmapForeign',
  tag: 'device model',
  summary: 'Let go of what is mapped',
  description: 'A dying domain of which nothing else is held is gone then.',
  params: ofMapping,
  answers: { 204: { description: 'It is let go of.' } },
  errnos: NO_DOMAIN,
  problems: NO_MAPPING,
});
