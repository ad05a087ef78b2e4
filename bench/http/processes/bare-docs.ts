/** A bare Fastify app with Swagger UI, as its documentation shows it: what a service costs at its start. */

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify from 'fastify';

const app = fastify({ logger: { level: 'warn' } });
await app.register(swagger, { openapi: { info: { title: 'bare', version: '1' } } });
await app.register(swaggerUi, { routePrefix: '/docs' });
app.get('/healthz', () => ({ status: 'ok' }));
const url = await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => '' });
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url })}\n`);
