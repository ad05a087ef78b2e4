/** The OpenAPI 3.1 document, read off the routes' own schemas, and where it is served. */

import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { DEFAULT_HOST, isOfTheProcess } from '../routes/hosts/hosts.js';
import { PROBLEM_SCHEMA } from '../routes/problems/problem-schema.js';
import { TAGS } from '../routes/openapi/tags.js';

const INFO = {
  title: 'fakexen',
  version: '0.1.0',
  summary: 'A Xen host that answers over HTTP and JSON.',
  description:
    'Domains with their EPT, p2m and ioreq servers, kept in memory; the device-model hypercalls, answered as Xen ' +
    'answers them; and a guest whose accesses walk the real EPT entries. 64-bit quantities travel as `"0x…"` strings.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

const PROCESS_TAG = { name: 'process', description: 'The process that serves this.' };

const TOKEN = {
  type: 'http',
  scheme: 'bearer',
  description:
    'Where the service was started with a token, each request needs it, but those of /healthz and /readyz: else 401.',
} as const;

/** What is of a host is served for each of them. */
const SERVERS = [
  { url: '/', description: 'The default host.' },
  {
    url: '/hosts/{host}',
    description: 'A host by its name.',
    variables: { host: { default: DEFAULT_HOST, description: 'See `PUT /hosts/{host}`.' } },
  },
];
const OF_THE_PROCESS = [{ url: '/' }];

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      tags: [...TAGS, PROCESS_TAG],
      servers: SERVERS,
      components: { securitySchemes: { token: TOKEN } },
      security: [{}, { token: [] }],
    },
    stripBasePath: false,
    transform: ({ schema, url }) =>
      url.endsWith(REST) && schema.params !== undefined ? named(schema, url) : { schema, url },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, n) => nameOf(schema) ?? `def-${n}`,
    },
  });

  app.addSchema(PROBLEM_SCHEMA);
  app.addHook('onRoute', (route) => {
    if (isOfTheProcess(route.url))
      route.schema = { ...route.schema, servers: OF_THE_PROCESS } as FastifySchema;
  });

  let text: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send((text ??= JSON.stringify(app.swagger()))),
  );
}

/** A schema that several routes share goes by its own name. */
const nameOf = ({ $id }: Record<string, unknown>) => (typeof $id === 'string' ? $id : undefined);

/** What stands at the end of a route that takes any path. */
const REST = '/*';

/** OpenAPI has no parameter without a name. */
function named(schema: FastifySchema, url: string) {
  const { properties, ...rest } = schema.params as { properties: Record<string, unknown> };
  const params = { ...rest, properties: { path: properties['*'] }, required: ['path'] };
  return { schema: { ...schema, params }, url: url.replace(REST, '/:path') };
}
