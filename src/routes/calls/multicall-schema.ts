/** What OpenAPI and Ajv are told of many calls in one request. */

import { array, text } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import type { Answer } from '../definition/teller.js';
import { SELF_CALLER } from '../wire/url-words.js';
import { u16 } from '../wire/wire.js';
import { optional, verbatim } from '../wire/word.js';

export const EXAMPLE = {
  calls: [
    { op: 'dmop/create_ioreq_server', domid: 1, args: { handle_bufioreq: 0 } },
    {
      op: 'dmop/map_mem_type',
      domid: 1,
      args: { id: 0, type: 'ioreq_server', flags: ['write'] },
    },
    {
      op: 'dmop/set_mem_type',
      domid: 1,
      args: { mem_type: 'ioreq_server', first_pfn: '0x100', nr: 1 },
    },
    { op: 'hvmop/get_mem_type', domid: 1, args: { pfn: '0x100' } },
    { op: 'dmop/destroy_ioreq_server', domid: 1, args: { id: 7 } },
  ],
};

export const EXAMPLE_RESULTS = [
  { rc: 0, id: 0 },
  { rc: 0 },
  { rc: 0 },
  { rc: 0, mem_type: 'ioreq_server' },
  { rc: -2, errno: 'ENOENT', detail: 'domain 1 has no ioreq server 7' },
];

const body = struct({
  calls: array(
    struct({
      op: text('The interface and the name: what its path ends with.'),
      domid: u16('The domain.'),
      args: optional(
        verbatim<object>({
          type: 'object',
          description: 'What the body would be; held against the schema of that operation.',
          additionalProperties: true,
        }),
      ),
      caller: optional(u16('The domain that issues it, if not that of the header.')),
    }),
    'They are made one after the other, whatever becomes of each.',
  ),
});

const answer = struct({
  results: array(
    verbatim<Answer>({
      type: 'object',
      description:
        'What the call answers by itself; `rc`, `errno` and `detail` where Xen refuses it; `type`, `title`, `detail` and ' +
        '`errors` where we do.',
      properties: {
        rc: { type: 'integer', description: '0, or the negated number of an errno.' },
        errno: { type: 'string', description: "Xen's name of the error." },
        detail: { type: 'string', description: 'What exactly was refused.' },
        type: { type: 'string', description: '`urn:fakexen:…` of what we refuse.' },
      },
      additionalProperties: true,
    }),
    'One for each call, in their order.',
  ),
});

export const MULTICALL = schemaOf({
  id: 'multicall',
  tag: 'domains',
  summary: 'Make many calls at once',
  description:
    'Of any hypercall on any domain of the host. Like that of Xen it does not stop at an error, and is always 200 itself.',
  headers: struct({ 'xen-caller-domid': SELF_CALLER }),
  body: body.schema,
  example: EXAMPLE,
  answers: {
    200: {
      description: 'What became of them.',
      schema: answer.answer,
      example: { results: EXAMPLE_RESULTS },
    },
  },
});
