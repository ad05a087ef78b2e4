/** A thousand hypercalls a request, as JSON and as bytes, beside one a request. */

import { ratioRow, valueRow, type Group } from '../row.js';
import { createDomain, post, requestsPerSecond } from './load.js';
import { serveFakeXen } from './process.js';
import { CALL } from './single-call.bench.js';

const CALLS = 1000;
const BATCH = 'application/vnd.fakexen.dm-op-batch';
const BATCH_HEADERS = { 'content-type': BATCH };
const CONNECTIONS = 2;

export const manyCalls: Group = { rows: ['multicall', 'dm-op-batch'], run: rows };

async function* rows() {
  const service = await serveFakeXen();
  try {
    const { url } = service;
    await createDomain(url);
    await post(url, '/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    const many = { url, connections: CONNECTIONS };
    const [single = 0, json = 0, bytes = 0] = await requestsPerSecond(
      { url, ...CALL },
      { ...many, path: '/multicall', body: mixedCalls() },
      { ...many, path: '/domains/1/dm_op', body: sameCalls(), headers: BATCH_HEADERS },
    );
    const multicall = { name: 'multicall', unit: 'calls/s', op: '>=' } as const;
    yield valueRow({ ...multicall, target: 300_000 }, json * CALLS, single);
    yield ratioRow({ ...multicall, target: 10 }, json * CALLS, single);
    yield valueRow(
      { name: 'dm-op-batch', unit: 'calls/s', op: '>=', target: 1_500_000 },
      bytes * CALLS,
      json * CALLS,
    );
  } finally {
    await service.end();
  }
}

function mixedCalls(): string {
  const calls = Array.from({ length: CALLS }, (_, index) => {
    const gfn = 0x10 + (index % 1024);
    switch (index % 4) {
      case 0:
        return ['dmop/set_mem_type', { mem_type: 'ram_rw', first_pfn: gfn, nr: 1 }];
      case 1:
        return ['hvmop/get_mem_type', { pfn: gfn }];
      case 2:
        return ['dmop/get_ioreq_server_info', { id: 0, flags: 1 }];
      default:
        return ['dmop/set_isa_irq_level', { isa_irq: 5, level: index & 4 ? 1 : 0 }];
    }
  });
  return JSON.stringify({ calls: calls.map(([op, args]) => ({ op, domid: 1, args })) });
}

/** XEN_DMOP_set_mem_type of one page, a thousand times: count; then domid, buffers, size and bytes of each. */
function sameCalls(): Buffer {
  const STRUCT_BYTES = 24;
  const CALL_BYTES = 2 + 2 + 4 + 4 + STRUCT_BYTES;
  const batch = Buffer.alloc(4 + CALLS * CALL_BYTES);
  batch.writeUInt32LE(CALLS, 0);
  for (let index = 0; index < CALLS; index++) {
    const at = 4 + index * CALL_BYTES;
    batch.writeUInt16LE(1, at);
    batch.writeUInt32LE(1, at + 4);
    batch.writeUInt32LE(STRUCT_BYTES, at + 8);
    batch.writeUInt32LE(12, at + 12);
    batch.writeUInt32LE(1, at + 20);
    batch.writeUInt16LE(0, at + 24);
    batch.writeBigUInt64LE(BigInt(0x10 + (index % 1024)), at + 28);
  }
  return batch;
}
