/**
 * The web console at `/console/`: files that were built, under names that say their contents. It is a Fastify instance
 * of its own, made when somebody first looks, so that starting the service waits neither for it nor for its packages.
 */

import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

/** The same from the sources, from what is built of them, and from the bundle. */
const FILES = fileURLToPath(new URL('../../dist/console/', import.meta.url));

/** A name that says its contents has them a year from now. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Of itself only: no script, style or picture of elsewhere, none written into the page, and no frame around it. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export function serveConsole(app: FastifyInstance): void {
  let files: Promise<FastifyInstance> | undefined;

  const handler = async ({ id, raw: request }: FastifyRequest, reply: FastifyReply) => {
    files ??= buildFiles();
    const served = await files;
    reply.hijack();
    reply.raw.setHeader('x-request-id', id);
    served.routing(request, reply.raw);
  };
  app.get('/console', { schema: { hide: true } }, (_request, reply) => reply.redirect('console/'));
  app.get('/console/*', { schema: { hide: true } }, handler);
  app.addHook('onClose', async () => (await files)?.close());
}

async function buildFiles(): Promise<FastifyInstance> {
  const [{ default: helmet }, { default: serveStatic }] = await Promise.all([
    import('@fastify/helmet'),
    import('@fastify/static'),
  ]);
  const files = fastify();
  await files.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  await files.register(serveStatic, {
    root: FILES,
    prefix: '/console/',
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', path.endsWith('.html') ? 'no-cache' : FOR_GOOD);
    },
  });
  await files.ready();
  return files;
}
