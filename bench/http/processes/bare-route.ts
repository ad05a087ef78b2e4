/**
 * Fastify with one route of the schema and the answer of `set_mem_type`, and no Xen behind it. Journal and metrics are on
 * and warnings logged, as in the service.
 */

import fastify from 'fastify';
import { Host, Journal, KIND, NOBODY } from '../../../src/hypervisor/index.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { headersSchemaOf } from '../../../src/routes/openapi/operation.js';
import { struct } from '../../../src/routes/wire/struct.js';
import { CALLER, DOMID } from '../../../src/routes/wire/url-words.js';
import { tallyRequests } from '../../../src/server/request-tally.js';
import { ANNOTATIONS } from '../../../src/server/validation.js';

const form = HYPERCALL_FORMS.dmop.find(({ call }) => call.name === 'set_mem_type');
const schema = {
  params: struct({ domid: DOMID }).schema,
  headers: headersSchemaOf(struct({ 'xen-caller-domid': CALLER })),
  body: form?.request.schema,
  response: { 200: { type: 'object', properties: { rc: { type: 'integer' } } } },
};

const app = fastify({
  logger: { level: 'warn' },
  ajv: { customOptions: { keywords: [...ANNOTATIONS], allowUnionTypes: true } },
});
tallyRequests(app);
const journal = new Journal(new Host().clock);
app.post('/domains/:domid/dmop/set_mem_type', { schema }, ({ id }) => {
  journal.onBehalfOf(id);
  journal.record(KIND.hypercall, 1, NOBODY, 0x10, 1);
  return { rc: 0 };
});
const url = await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => '' });
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url })}\n`);
