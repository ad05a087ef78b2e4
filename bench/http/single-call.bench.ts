/** One hypercall a request, beside a bare route that answers the same. */

import { ratioRow, type Group } from '../row.js';
import { createDomain, requestsPerSecond, type Target } from './load.js';
import { serveFakeXen, serveReference } from './process.js';

export const CALL = {
  path: '/domains/1/dmop/set_mem_type',
  body: JSON.stringify({ mem_type: 'ram_rw', first_pfn: '0x10', nr: 1 }),
};

export const singleCalls: Group = { rows: ['http-single'], run: rows };

async function* rows() {
  const service = await serveFakeXen();
  const bare = await serveReference('bare-route');
  try {
    await createDomain(service.url);
    const targets = [service, bare].map(({ url }): Target => ({ url, ...CALL }));
    const [calls = 0, reference = 0] = await requestsPerSecond(...targets);
    yield ratioRow(
      { name: 'http-single', unit: 'requests/s', op: '>=', target: 0.85 },
      calls,
      reference,
    );
  } finally {
    await service.end();
    await bare.end();
  }
}
