/** The pages that an ioreq server shares with its device model, byte for byte. */

import type { FastifyInstance } from 'fastify';
import { PAGE_SIZE, XenError, type Host, type IoreqServer } from '../../hypervisor/index.js';
import { integer, name } from '../wire/json-words.js';
import { OCTETS, SOME_OCTETS, octetsOf, octetsSchema } from '../http/octets.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { serverOf } from './server-of.js';
import { struct } from '../wire/struct.js';
import { DOMID, IOSERVID, withExample } from '../wire/url-words.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const PAGES = ['ioreq', 'bufioreq'] as const;
type PageName = (typeof PAGES)[number];

const params = struct({
  domid: DOMID,
  id: IOSERVID,
  page: withExample(name(PAGES, 'Which page.'), 'ioreq'),
});
const query = struct({
  offset: optional(integer(0, PAGE_SIZE - 1, 'Where in the page the bytes begin.'), 0),
});

interface OfPage {
  Params: { domid: number; id: number; page: PageName };
  Querystring: { offset: number };
}

const ERRNOS = { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' };
const NO_PAGE = { 'no-such-page': 'The server has no such page, or nobody has asked for it yet.' };

export function pageRoutes(app: FastifyInstance): void {
  app.get<OfPage>(
    '/domains/:domid/ioreq-servers/:id/pages/:page',
    {
      schema: schemaOf({
        id: 'readIoreqPage',
        tag: 'device model',
        summary: "Read a server's shared page",
        description:
          '`ioreq`: a slot of 32 bytes for each vcpu (`ioreq_t`); `bufioreq`: two pointers and 511 slots of 8 bytes.',
        params,
        answers: {
          200: {
            description: 'The 4,096 bytes.',
            mediaType: OCTETS,
            schema: octetsSchema('The page.'),
            example: SOME_OCTETS,
          },
        },
        errnos: ERRNOS,
        problems: NO_PAGE,
      }),
    },
    (request, reply) =>
      reply.type(OCTETS).send(Buffer.from(bytesOf(hostOf(request), request.params))),
  );

  app.put<OfPage>(
    '/domains/:domid/ioreq-servers/:id/pages/:page',
    {
      schema: schemaOf({
        id: 'writeIoreqPage',
        tag: 'device model',
        summary: "Write a server's shared page",
        description:
          'What is written is looked at when the event channel of its vcpu is notified (`evtchn/send`). Write only ' +
          'what you change: Xen writes to the other slots meanwhile.',
        params,
        query,
        body: octetsSchema('From `offset` on, up to the end of the page.'),
        bodyType: OCTETS,
        example: SOME_OCTETS,
        answers: { 204: { description: 'It is there.' } },
        errnos: { ...ERRNOS, EINVAL: 'The bytes do not fit the page.' },
        problems: { ...NO_PAGE, 'not-octets': 'The body is not an octet stream.' },
      }),
    },
    (request, reply) => {
      const { offset } = request.query;
      const page = bytesOf(hostOf(request), request.params);
      const bytes = octetsOf(request.body);
      if (offset + bytes.length > PAGE_SIZE)
        throw new XenError('EINVAL', `${bytes.length} bytes from ${offset} on do not fit a page`);
      page.set(bytes, offset);
      return reply.code(204).send();
    },
  );
}

function bytesOf(host: Host, { domid, id, page }: OfPage['Params']): Uint8Array {
  const view = viewOf(serverOf(host.domain(domid), id), page);
  if (view !== undefined) return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const detail = `ioreq server ${id} of domain ${domid} has no ${page} page`;
  throw new ProblemError(ownProblem('no-such-page', detail));
}

const viewOf = ({ ioreqPage, bufioreqPage }: IoreqServer, page: PageName) =>
  page === 'ioreq' ? ioreqPage.view : bufioreqPage.view;
