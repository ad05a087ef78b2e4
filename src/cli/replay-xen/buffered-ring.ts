/** The buffered ring as a device model empties it: struct buffered_iopage of public/hvm/ioreq.h. */

import type { RecordedBufioreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';

const READ_POINTER = 0;
const WRITE_POINTER = 4;
const SLOTS = 8;
const SLOT_SIZE = 8;
const NR_SLOTS = 511;

export async function drainRing(domain: ServedDomain, id: number): Promise<RecordedBufioreq[]> {
  const path = `/ioreq-servers/${id}/pages/bufioreq`;
  const { bytes } = await domain.demand('GET', path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const write = view.getUint32(WRITE_POINTER, true);
  const slots: RecordedBufioreq[] = [];
  for (let read = view.getUint32(READ_POINTER, true); read !== write; read = (read + 1) >>> 0)
    slots.push(slotAt(view, read, domain.servers.letterOf(id)));
  if (slots.length > 0) await domain.demand('PUT', path, bytes.slice(WRITE_POINTER, SLOTS));
  return slots;
}

function slotAt(view: DataView, pointer: number, srv: string): RecordedBufioreq {
  const at = SLOTS + (pointer % NR_SLOTS) * SLOT_SIZE;
  const word = view.getUint32(at, true);
  return {
    srv,
    type: word & 0xff,
    dir: (word & (1 << 9)) === 0 ? 'write' : 'read',
    size_code: (word >>> 10) & 0b11,
    addr: hex(word >>> 12),
    data: hex(view.getUint32(at + 4, true)),
  };
}

const hex = (value: number) => `0x${value.toString(16)}`;
