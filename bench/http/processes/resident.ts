/** In a process of its own: what is left in memory after one million calls, and after ten. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Host } from '../../../src/hypervisor/index.js';
import { buildApp } from '../../../src/server/app.js';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

const MILLION = 1_000_000;
const CALLS = 1000;

const app = await buildApp({ host: new Host() });
await app.inject({ method: 'POST', url: '/domains', payload: { paused: false } });
const calls = Array.from({ length: CALLS }, (_, index) => ({
  op: index % 2 ? 'hvmop/get_mem_type' : 'dmop/set_mem_type',
  domid: 1,
  args: index % 2 ? { pfn: index } : { mem_type: 'ram_rw', first_pfn: index, nr: 1 },
}));
const payload = JSON.stringify({ calls });

const first = await heapAfter(MILLION);
const last = await heapAfter(9 * MILLION);
process.stdout.write(`${JSON.stringify({ url: `${first} ${last}` })}\n`);
process.exit(0);

async function heapAfter(nr: number): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  for (let done = 0; done < nr; done += CALLS) {
    const answer = await app.inject({ method: 'POST', url: '/multicall', headers, payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }
  collect();
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
