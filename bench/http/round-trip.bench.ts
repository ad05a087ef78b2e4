/** A guest's read that a device model in another process answers, beside an echo of the same way. */

import { Agent, request } from 'node:http';
import { median } from '../measure.js';
import { ratioRow, type Group } from '../row.js';
import { createDomain, post } from './load.js';
import { serveFakeXen, serveReference, type Served } from './process.js';

const WARM_UP = 10_000;
const BLOCKS = 40;
const BLOCK = 100;
const GPA = 0xfe00_0000;
const ACCESS = JSON.stringify({ kind: 'read', gpa: GPA, size: 4, trace: false });

export const roundTrips: Group = { rows: ['ioreq-roundtrip'], run: rows };

async function* rows() {
  const running: Served[] = [];
  const started = async (starting: Promise<Served>) => {
    const served = await starting;
    running.unshift(served);
    return served.url;
  };
  try {
    const url = await started(serveFakeXen());
    await prepareServer(url);
    const stream = `${url.replace('http', 'ws')}/domains/1/ioreq-servers/0/stream`;
    await started(serveReference('device-model', stream));
    const bare = await started(serveReference('bare-echo'));
    await started(serveReference('echo', `${bare.replace('http', 'ws')}/stream`));

    const ours = caller(`${url}/domains/1/guest-access`);
    const reference = caller(`${bare}/access`);
    await block(ours, WARM_UP);
    await block(reference, WARM_UP);
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < BLOCKS; round++) {
      times[0].push(...(await block(ours, BLOCK)));
      times[1].push(...(await block(reference, BLOCK)));
    }
    yield ratioRow(
      { name: 'ioreq-roundtrip', unit: 'us', op: '<=', target: 1.6 },
      median(times[0]),
      median(times[1]),
    );
  } finally {
    for (const served of running) await served.end();
  }
}

async function prepareServer(url: string): Promise<void> {
  await createDomain(url);
  await post(url, '/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  const frames = { type: 'ioreq_server', id: 0, frame: 1, nr: 1 };
  await post(url, '/domains/1/memory/acquire_resource', frames);
  const range = { id: 0, type: 'memory', start: GPA, end: GPA + 0xfff };
  await post(url, '/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post(url, '/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
}

/** Microseconds of each of some calls, one after the other. */
async function block(call: () => Promise<void>, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < calls; index++) {
    const began = performance.now();
    await call();
    times.push((performance.now() - began) * 1000);
  }
  return times;
}

function caller(url: string): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
  const headers = { 'content-type': 'application/json', 'content-length': ACCESS.length };
  return () =>
    new Promise((resolve, reject) => {
      const call = request(url, { method: 'POST', agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
        response.on('end', resolve).resume();
      });
      call.on('error', reject);
      call.end(ACCESS);
    });
}
