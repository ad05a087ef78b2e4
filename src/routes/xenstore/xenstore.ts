/** xenstore as dom0 reads it, node by node. */

import type { FastifyInstance } from 'fastify';
import { XenError } from '../../hypervisor/index.js';
import { readNode } from '../../xenstore/operations.js';
import { absolute } from '../../xenstore/path.js';
import { inWords } from '../../xenstore/permissions.js';
import { XenstoreError } from '../../xenstore/xenstore-error.js';
import { array, text } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { withExample } from '../wire/url-words.js';
import { worldOf } from '../world/world-of.js';
import { xenstoreOf } from './xenstore-of.js';

const DOM0 = 0;

const params = struct({
  '*': withExample(text('The path, without the slash at its beginning.'), 'local/domain/0/name'),
});
const node = struct({
  path: text('Its path.'),
  value: text('What it holds, a byte a character.'),
  permissions: array(text('Whose and what.'), "As xenstored says them, the owner's first."),
  children: array(text('A name.'), 'What lies below it, in the order in which it came.'),
});

export function xenstoreRoutes(app: FastifyInstance): void {
  app.get<{ Params: { '*': string } }>('/xenstore/*', { schema: GET }, (request) => {
    const path = `/${request.params['*']}`;
    const store = xenstoreOf(worldOf(request));
    try {
      const { value, permissions, children } = readNode(store, DOM0, absolute(path, DOM0));
      const said = Buffer.from(value).toString('latin1');
      return { path, value: said, permissions: inWords(permissions), children };
    } catch (error) {
      if (!(error instanceof XenstoreError)) throw error;
      throw new XenError(error.errno === 'ENOENT' ? 'ENOENT' : 'EINVAL', error.message);
    }
  });
}

const GET = schemaOf({
  id: 'readXenstore',
  tag: 'xenstore',
  summary: 'Read a node of xenstore',
  description:
    'What a toolstack writes for domains that are created with `toolstack`, and what device models and others write ' +
    'over the socket of xenstored. `/xenstore/` is the root.',
  params,
  answers: {
    200: {
      description: 'The node.',
      schema: node.answer,
      example: {
        path: '/local/domain/0/name',
        value: 'Domain-0',
        permissions: ['n0'],
        children: [],
      },
    },
  },
  errnos: { ENOENT: 'There is no such node.', EINVAL: 'That is no path.' },
});
