/**
 * A device of one register that counts what is written to it.
 *
 *     npx tsx examples/device-models/counter.ts http://127.0.0.1:8080
 *
 * It makes a domain and an ioreq server in it, which claims the writes to guest pages of type `ioreq_server` and has a
 * page of MMIO; then the guest writes one such page and reads the register, and the device model answers both. Outside
 * of this repository the import is from 'fakexen/client'.
 */

import { connect, type Ioreq } from '../../src/client/index.js';

const MMIO = 0xf000_0000;
const CLAIMED_GFN = 0x100;

class Counter {
  #sum = 0n;

  answer({ type, dir, addr, size, data }: Ioreq): bigint | undefined {
    console.log(`${type} ${dir} at ${addr}, ${size} bytes`);
    if (dir === 'read') return this.#sum;
    this.#sum += BigInt(data);
    return undefined;
  }
}

async function main(url: string): Promise<void> {
  const domain = await connect(url).createDomain({ name: 'counted', memory_mib: 4 });
  const server = await domain.createIoreqServer();
  const { id } = server;

  // Asking for the frames gives the server its page: without one no request reaches it.
  await domain.dmop.get_ioreq_server_info({ id, flags: 0 });
  const range = { start: MMIO, end: MMIO + 0xfff };
  await domain.dmop.map_io_range_to_ioreq_server({ id, type: 'memory', ...range });
  await domain.dmop.set_ioreq_server_state({ id, enabled: 1 });
  await domain.dmop.map_mem_type({ id, type: 'ioreq_server', flags: ['write'] });
  const claimed = { first_pfn: CLAIMED_GFN, nr: 1 };
  await domain.dmop.set_mem_type({ mem_type: 'ioreq_server', ...claimed });

  const counter = new Counter();
  const serving = server.serve((ioreq) => counter.answer(ioreq), { transport: 'websocket' });

  await domain.guest.write(CLAIMED_GFN * 0x1000, 0x2a, { size: 4 });
  const { data } = await domain.guest.read(MMIO, { size: 4 });
  console.log(`the guest read ${String(data)}`);

  await serving.stop();
  await domain.dmop.destroy_ioreq_server({ id });
  await domain.destroy();
}

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: counter.ts URL');
await main(url);
