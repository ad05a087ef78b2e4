/** A guest's memory as its device model has it mapped: bytes by guest-physical address. */

import type { FastifyInstance } from 'fastify';
import { PAGE_SIZE, gpa as toGpa } from '../../hypervisor/index.js';
import { integer } from '../wire/json-words.js';
import { OCTETS, SOME_OCTETS, octetsOf, octetsSchema } from '../http/octets.js';
import { schemaOf, type Errnos } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { DOMID, gpaInUrl } from '../wire/url-words.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const MOST_BYTES = 16 * 2 ** 20;

const ADDRESS = optional(gpaInUrl('Where; 0 if not said.'), toGpa(0));
const readQuery = struct({
  gpa: ADDRESS,
  length: optional(integer(1, MOST_BYTES, 'How many bytes; a page if not said.'), PAGE_SIZE),
});
const writeQuery = struct({ gpa: ADDRESS });

const ERRNOS: Errnos = {
  ESRCH: 'There is no such domain.',
  EINVAL: 'Somewhere there is no RAM that could be mapped.',
};

interface OfRam {
  Params: { domid: number };
  Querystring: object;
}

export function ramRoutes(app: FastifyInstance): void {
  app.get<OfRam>(
    '/domains/:domid/ram',
    {
      schema: schemaOf({
        id: 'readRam',
        tag: 'guest',
        summary: "Read a guest's memory",
        description: 'As a foreign mapping sees it, whatever the guest itself may do to the pages.',
        params: struct({ domid: DOMID }),
        query: readQuery,
        answers: {
          200: {
            description: 'The bytes.',
            mediaType: OCTETS,
            schema: octetsSchema('The bytes.'),
            example: SOME_OCTETS,
          },
        },
        errnos: ERRNOS,
      }),
    },
    (request, reply) => {
      const { gpa, length } = readQuery.decode(request.query);
      const { ram } = hostOf(request).domain(request.params.domid);
      return reply.type(OCTETS).send(Buffer.from(ram.read(gpa, length)));
    },
  );

  app.put<OfRam>(
    '/domains/:domid/ram',
    {
      bodyLimit: MOST_BYTES,
      schema: schemaOf({
        id: 'writeRam',
        tag: 'guest',
        summary: "Write a guest's memory",
        description:
          'Through a foreign mapping: all of the bytes, or none if there is no RAM somewhere.',
        params: struct({ domid: DOMID }),
        query: writeQuery,
        body: octetsSchema('The bytes.'),
        bodyType: OCTETS,
        example: SOME_OCTETS,
        answers: { 204: { description: 'They are there.' } },
        errnos: ERRNOS,
        problems: { 'not-octets': 'The body is not an octet stream.' },
      }),
    },
    (request, reply) => {
      const { gpa } = writeQuery.decode(request.query);
      hostOf(request).domain(request.params.domid).ram.write(gpa, octetsOf(request.body));
      return reply.code(204).send();
    },
  );
}
