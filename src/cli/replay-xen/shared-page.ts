/** The device model served as on a real host: by the shared page, and by an event channel. */

import type { RecordedWorld } from './recorded-world.js';
import type { RecordedBufioreq } from './recording.js';
import type { Transport } from './transport.js';

/** vcpu 0's slot, public/hvm/ioreq.h. */
const SLOT = { addr: 0, data: 8, count: 16, size: 20, vpEport: 24, bits: 30, type: 31 } as const;
const STATE_BITS = 0b1111;
const DATA_IS_PTR = 1 << 4;
const DIR = 1 << 5;
const DF = 1 << 6;

const STATES = ['NONE', 'READY', 'INPROCESS', 'RESP_READY'];
const TYPES: Readonly<Record<number, string>> = { 0: 'PIO', 1: 'COPY', 2: 'PCI_CONFIG' };

/** The buffered ring, public/hvm/ioreq.h. */
const RING = { readPointer: 0, writePointer: 4, slots: 8, slotSize: 8, nrSlots: 511 } as const;

export const PAGES: Transport = {
  async take(world, id) {
    const { view } = await pageOf(world, id, 'ioreq');
    const bits = view.getUint8(SLOT.bits);
    return {
      srv: world.letterOf(id),
      id,
      type: TYPES[view.getUint8(SLOT.type)] ?? '?',
      dir: (bits & DIR) === 0 ? 'write' : 'read',
      addr: hex(view.getBigUint64(SLOT.addr, true)),
      size: view.getUint32(SLOT.size, true),
      count: view.getUint32(SLOT.count, true),
      df: Number((bits & DF) !== 0),
      data_is_ptr: Number((bits & DATA_IS_PTR) !== 0),
      data: hex(view.getBigUint64(SLOT.data, true)),
      state: STATES[bits & STATE_BITS] ?? '?',
      vp_eport_matches: view.getUint32(SLOT.vpEport, true) === (await world.portOf(id)),
    };
  },

  async answer(world, id, value) {
    await putAnswer(world, id, value);
    await notify(world, id);
  },

  async drain(world, id) {
    const { bytes, view } = await pageOf(world, id, 'bufioreq');
    const slots: RecordedBufioreq[] = [];
    let read = view.getUint32(RING.readPointer, true);
    const write = view.getUint32(RING.writePointer, true);
    for (; read !== write; read = (read + 1) >>> 0) {
      const at = RING.slots + (read % RING.nrSlots) * RING.slotSize;
      slots.push(
        slotOf(world.letterOf(id), view.getUint32(at, true), view.getUint32(at + 4, true)),
      );
    }
    view.setUint32(RING.readPointer, read, true);
    if (slots.length > 0) await world.demand('PUT', pathOf(id, 'bufioreq'), bytes);
    return slots;
  },
};

/** What vcpu 0's slot holds besides the request. */
export async function peek(world: RecordedWorld, id: number) {
  const { view } = await pageOf(world, id, 'ioreq');
  return {
    vpEport: view.getUint32(SLOT.vpEport, true),
    state: view.getUint8(SLOT.bits) & STATE_BITS,
  };
}

/** The answer goes into the slot; nobody is told. Gives back the state in which the slot was. */
export async function putAnswer(
  world: RecordedWorld,
  id: number,
  value: bigint | undefined,
): Promise<number> {
  const { bytes, view } = await pageOf(world, id, 'ioreq');
  const found = view.getUint8(SLOT.bits) & STATE_BITS;
  if (value !== undefined) view.setBigUint64(SLOT.data, value, true);
  setState(view, 'RESP_READY');
  await world.demand('PUT', pathOf(id, 'ioreq'), bytes);
  return found;
}

/** vcpu 0 is told by the event channel that its slot names. */
export async function notify(world: RecordedWorld, id: number): Promise<void> {
  const { vpEport } = await peek(world, id);
  await world.sendEvent(vpEport);
}

/** The device model writes another state into the slot, by its name. */
export async function putState(world: RecordedWorld, id: number, state: string): Promise<void> {
  const { bytes, view } = await pageOf(world, id, 'ioreq');
  setState(view, state);
  await world.demand('PUT', pathOf(id, 'ioreq'), bytes);
}

type Page = 'ioreq' | 'bufioreq';

const pathOf = (id: number, page: Page) => `/ioreq-servers/${id}/pages/${page}`;

async function pageOf(world: RecordedWorld, id: number, page: Page) {
  const { bytes } = await world.demand('GET', pathOf(id, page));
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

function setState(view: DataView, state: string): void {
  const bits = view.getUint8(SLOT.bits) & ~STATE_BITS;
  view.setUint8(SLOT.bits, bits | STATES.indexOf(state));
}

const slotOf = (srv: string, word: number, data: number): RecordedBufioreq => ({
  srv,
  type: word & 0xff,
  dir: (word & (1 << 9)) === 0 ? 'write' : 'read',
  size_code: (word >>> 10) & 0b11,
  addr: hex(word >>> 12),
  data: hex(data),
});

const hex = (value: bigint | number) => `0x${value.toString(16)}`;
