/** Fastify with one route of the schema and the answer of `set_mem_type`, and nothing else. */

import fastify from 'fastify';

const BODY = {
  type: 'object',
  additionalProperties: false,
  required: ['mem_type', 'first_pfn', 'nr'],
  properties: {
    mem_type: { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 0, maximum: 0xffff }] },
    first_pfn: { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 0 }] },
    nr: { type: 'integer', minimum: 0, maximum: 0xffff_ffff },
    pad: { type: 'integer', minimum: 0, maximum: 0xffff },
  },
};
const ANSWER = { 200: { type: 'object', properties: { rc: { type: 'integer' } } } };

const app = fastify({ logger: { level: 'warn' } });
app.post('/domains/:domid/dmop/set_mem_type', { schema: { body: BODY, response: ANSWER } }, () => ({
  rc: 0,
}));
const url = await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => '' });
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url })}\n`);
