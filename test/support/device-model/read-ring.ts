/** Takes all requests out of a server's buffered ring: public/hvm/ioreq.h, buffered_iopage_t. */

import type { Story } from '../story.js';
import type { Request } from './device-model.js';

const SLOTS = 511;

export async function readRing(story: Story, path: string): Promise<Request[]> {
  const page = await story.getBytes(path);
  const requests: Request[] = [];
  const end = page.readUInt32LE(4);
  let read = page.readUInt32LE(0);
  while (read !== end) {
    const word = page.readUInt32LE(8 + 8 * (read % SLOTS));
    const low = page.readUInt32LE(12 + 8 * (read % SLOTS));
    const size = 1 << ((word >>> 10) & 0b11);
    const high = size === 8 ? page.readUInt32LE(12 + 8 * ((read + 1) % SLOTS)) : 0;
    requests.push({
      type: (word & 0xff) === 1 ? 'copy' : 'pio',
      dir: word & (1 << 9) ? 'read' : 'write',
      addr: word >>> 12,
      size,
      count: 1,
      data: BigInt(low) | (BigInt(high) << 32n),
      dataIsPtr: false,
      vcpu: 0,
    });
    read += size === 8 ? 2 : 1;
  }
  const pointer = Buffer.alloc(4);
  pointer.writeUInt32LE(read);
  await story.putBytes(path, pointer);
  return requests;
}
