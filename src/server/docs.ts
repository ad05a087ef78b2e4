/**
 * Swagger UI at `/docs`. It is a Fastify instance of its own, made when somebody first looks, so that starting the
 * service waits neither for its files nor for its packages.
 */

import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { StaticDocumentSpec } from '@fastify/swagger';

export function serveDocs(app: FastifyInstance): void {
  let docs: Promise<FastifyInstance> | undefined;

  const handler = async ({ id, raw: request }: FastifyRequest, reply: FastifyReply) => {
    docs ??= buildDocs(app);
    const served = await docs;
    reply.hijack();
    reply.raw.setHeader('x-request-id', id);
    served.routing(request, reply.raw);
  };
  app.get('/docs', { schema: { hide: true } }, handler);
  app.get('/docs/*', { schema: { hide: true } }, handler);
  app.addHook('onClose', async () => (await docs)?.close());
}

async function buildDocs(app: FastifyInstance): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ]);
  const document = app.swagger() as StaticDocumentSpec['document'];
  const docs = fastify();
  await docs.register(swagger, { mode: 'static', specification: { document } });
  await docs.register(swaggerUi, { routePrefix: '/docs', uiConfig: { tryItOutEnabled: true } });
  await docs.ready();
  return docs;
}
