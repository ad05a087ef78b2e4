/** What fifty clients feel of a sweep over sixteen million pages. */

import autocannon from 'autocannon';
import { median } from '../measure.js';
import { ratioRow, valueRow, type Group } from '../row.js';
import { createDomain, post } from './load.js';
import { serveFakeXen } from './process.js';

const CLIENTS = 50;
const ROUNDS = 3;
const SECONDS = 2;
const GFNS = 2 ** 24;
const CALL = '/domains/1/hvmop/get_mem_type';

export const fairness: Group = { rows: ['fairness'], run: rows };

async function* rows() {
  const service = await serveFakeXen();
  try {
    const { url } = service;
    await createDomain(url);
    await createDomain(url, {
      memory_mib: undefined,
      memory: [{ first_gfn: 0, nr: GFNS, order: 9 }],
    });
    await latency(url);
    const alone: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await latency(url));
      const sweeping = sweepUntil(url);
      beside.push(await latency(url));
      await sweeping.end();
    }
    const row = { name: 'fairness', unit: 'ms', op: '<=' } as const;
    yield ratioRow({ ...row, target: 3 }, median(beside), median(alone));
    yield valueRow({ ...row, target: 25 }, median(beside), median(alone));
  } finally {
    await service.end();
  }
}

/** The 99th percentile of the clients' waits, in milliseconds. */
async function latency(url: string): Promise<number> {
  const { latency: waits } = await autocannon({
    url: `${url}${CALL}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"pfn":16}',
    connections: CLIENTS,
    duration: SECONDS,
  });
  return waits.p99;
}

/** One caller that has every page of the other domain retyped, to and fro. */
function sweepUntil(url: string) {
  let isOver = false;
  const sweep = async () => {
    for (let round = 0; !isOver; round++) {
      const mem_type = round % 2 === 0 ? 'ram_ro' : 'ram_rw';
      await post(url, '/domains/2/dmop/set_mem_type', { mem_type, first_pfn: 0, nr: GFNS });
    }
  };
  const running = sweep();
  return {
    end: () => {
      isOver = true;
      return running;
    },
  };
}
