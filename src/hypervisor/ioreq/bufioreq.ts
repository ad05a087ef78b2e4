/**
 * The buffered ring: requests that no vcpu waits for, 8 bytes each, two slots for a quadword.
 *
 * Source: xen/include/public/hvm/ioreq.h, buffered_iopage_t; xen/common/ioreq.c,
 * ioreq_send_buffered().
 *
 *     page  0 u32 read_pointer   4 u32 write_pointer   8 511 slots
 *     slot  u8 type   bits 8 pad, 9 dir, 10-11 log2 of the size, 12-31 addr   u32 data
 *
 * The pointers run on freely, a slot is the pointer modulo 511. Where they are read at once
 * (atomic), Xen takes multiples of 511 off both.
 */

import { IOREQ_DIR, newIoreq, type Ioreq } from '../abi/ioreq.js';
import { KIND } from '../journal/journal-kinds.js';
import { BUFIOREQ, type IoreqServer } from './ioreq-server.js';
import { noteBuffered } from './note-ioreq.js';

export const BUFIOREQ_SLOTS = 511;

const READ_POINTER = 0;
const WRITE_POINTER = 4;
const SLOTS = 8;
const SLOT_SIZE = 8;
const MAX_ADDR = 0xf_ffff;
const SIZE_CODE: Record<number, number> = { 1: 0, 2: 1, 4: 2, 8: 3 };

/**
 * Put a request into the ring. `unhandled`: it has to be sent synchronously. Up to 4.19 a request
 * that no slot can hold is taken for sent, and is lost.
 */
export function sendBuffered(server: IoreqServer, ioreq: Ioreq): 'sent' | 'unhandled' {
  const { view } = server.bufioreqPage;
  const { domid, eventChannels, profile, journal } = server.target;
  if (view === undefined) return 'unhandled';
  if (ioreq.addr > MAX_ADDR || ioreq.dataIsPtr || ioreq.count !== 1)
    return profile.knobs.unbufferable === 'lost' ? 'sent' : 'unhandled';
  const code = SIZE_CODE[ioreq.size];
  if (code === undefined) return 'unhandled';

  const slots = ioreq.size === 8 ? 2 : 1;
  const write = view.getUint32(WRITE_POINTER, true);
  if (used(view) >= BUFIOREQ_SLOTS - (slots - 1)) return 'unhandled';
  for (let n = 0; n < slots; n++)
    writeSlot(view, write + n, ioreq, code, Number((ioreq.data >> BigInt(32 * n)) & 0xffff_ffffn));
  view.setUint32(WRITE_POINTER, write + slots, true);
  if (server.handleBufioreq === BUFIOREQ.atomic) canonicalize(view);

  if (journal !== undefined)
    noteBuffered(journal, KIND.bufioreq, { domid, ioservid: server.id }, ioreq);
  eventChannels.notify(server.bufioreqPort);
  server.target.emit({ type: 'bufioreq', domid, ioservid: server.id });
  return 'sent';
}

/** Take up to `max` requests out of the ring, as a device model does. */
export function takeBuffered(server: IoreqServer, max: number): Ioreq[] {
  const { view } = server.bufioreqPage;
  const { journal, domid } = server.target;
  const requests: Ioreq[] = [];
  if (view === undefined) return requests;
  while (requests.length < max && used(view) > 0) {
    const read = view.getUint32(READ_POINTER, true);
    const ioreq = readSlots(view, read);
    view.setUint32(READ_POINTER, read + (ioreq.size === 8 ? 2 : 1), true);
    requests.push(ioreq);
    if (journal !== undefined)
      noteBuffered(journal, KIND.bufioreq_delivered, { domid, ioservid: server.id }, ioreq);
  }
  return requests;
}

const used = (view: DataView): number =>
  (view.getUint32(WRITE_POINTER, true) - view.getUint32(READ_POINTER, true)) >>> 0;

const slotAt = (pointer: number): number => SLOTS + ((pointer >>> 0) % BUFIOREQ_SLOTS) * SLOT_SIZE;

function writeSlot(
  view: DataView,
  pointer: number,
  ioreq: Ioreq,
  code: number,
  data: number,
): void {
  const at = slotAt(pointer);
  view.setUint32(
    at,
    (ioreq.type | (ioreq.dir << 9) | (code << 10) | (ioreq.addr << 12)) >>> 0,
    true,
  );
  view.setUint32(at + 4, data, true);
}

function readSlots(view: DataView, pointer: number): Ioreq {
  const at = slotAt(pointer);
  const word = view.getUint32(at, true);
  const size = 1 << ((word >>> 10) & 0b11);
  const low = BigInt(view.getUint32(at + 4, true));
  const high = size === 8 ? BigInt(view.getUint32(slotAt(pointer + 1) + 4, true)) : 0n;
  return newIoreq({
    type: word & 0xff,
    dir: word & (1 << 9) ? IOREQ_DIR.read : IOREQ_DIR.write,
    size,
    addr: word >>> 12,
    data: low | (high << 32n),
  });
}

/** Both pointers at once, for a device model in another process may be moving its own meanwhile. */
function canonicalize({ buffer, byteOffset }: DataView): void {
  const pointers = new BigUint64Array(buffer, byteOffset, 1);
  for (;;) {
    const both = Atomics.load(pointers, 0);
    const read = Number(both & 0xffff_ffffn);
    if (read < BUFIOREQ_SLOTS) return;
    const whole = read - (read % BUFIOREQ_SLOTS);
    const write = (Number(both >> 32n) - whole) >>> 0;
    const less = (BigInt(write) << 32n) | BigInt(read - whole);
    if (Atomics.compareExchange(pointers, 0, both, less) === both) return;
  }
}
