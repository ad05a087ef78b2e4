/** From the start of the process to its first answer, beside a bare Fastify app with Swagger UI. */

import { median } from '../measure.js';
import { ratioRow, type Group } from '../row.js';
import { serveFakeXen, serveReference, type Served } from './process.js';

const ROUNDS = 9;

export const starting: Group = { rows: ['start'], run: rows };

async function* rows() {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timeToAnswer(serveFakeXen));
    bare.push(await timeToAnswer(() => serveReference('bare-docs')));
  }
  yield ratioRow({ name: 'start', unit: 'ms', op: '<=', target: 1.4 }, median(ours), median(bare));
}

async function timeToAnswer(start: () => Promise<Served>): Promise<number> {
  const began = performance.now();
  const { url, end } = await start();
  const response = await fetch(`${url}/healthz`);
  await response.arrayBuffer();
  const took = performance.now() - began;
  await end();
  if (!response.ok) throw new Error(`${url}/healthz: ${response.status}`);
  return took;
}
