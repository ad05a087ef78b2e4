/** `/metrics`: what Prometheus asks for. What it needs is loaded when it first does. */

import type { FastifyInstance } from 'fastify';
import type { RouteTally } from './request-tally.js';

const EXAMPLE = 'fakexen_hypercalls_total{op="dmop/set_mem_type",errno="0"} 12\n';

export function serveMetrics(app: FastifyInstance, tallies: readonly RouteTally[]): void {
  let loaded: ReturnType<typeof load> | undefined;
  const load = async () => {
    const { registryOf } = await import('./registry.js');
    return registryOf({ hosts: app.hosts, tallies });
  };

  app.get('/metrics', { schema: SCHEMA }, async (_request, reply) => {
    loaded ??= load();
    const registry = await loaded;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const SCHEMA = {
  operationId: 'getMetrics',
  summary: 'What the process has done and how it is',
  description:
    'For Prometheus: requests by route and status and how long they took, hypercalls by operation and errno, ioreqs, ' +
    'hosts, domains, pages with contents, requests that wait; processor, memory, event loop lag and garbage collection.',
  tags: ['process'],
  response: {
    200: {
      description: 'In the text format of Prometheus.',
      content: {
        'text/plain': { schema: { type: 'string' }, example: EXAMPLE },
      },
    },
  },
};
