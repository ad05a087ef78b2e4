/**
 * vcpu 0's slot in the page that a server shares with its device model, as the device model reads
 * and writes it: struct ioreq of public/hvm/ioreq.h.
 */

import type { RecordedIoreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';

const OFFSETS = { addr: 0, data: 8, count: 16, size: 20, vpEport: 24, bits: 30, type: 31 } as const;
const STATE_BITS = 0b1111;
const DATA_IS_PTR = 1 << 4;
const DIR = 1 << 5;
const DF = 1 << 6;

export const SLOT_STATES = ['NONE', 'READY', 'INPROCESS', 'RESP_READY'];
const RESP_READY = SLOT_STATES.indexOf('RESP_READY');
const TYPES: Readonly<Record<number, string>> = { 0: 'PIO', 1: 'COPY', 2: 'PCI_CONFIG' };

export interface Slot {
  readonly state: number;
  readonly vpEport: number;
  readonly request: Omit<RecordedIoreq, 'srv' | 'id'>;
}

export async function readSlot(domain: ServedDomain, id: number): Promise<Slot> {
  const view = await viewOf(domain, id);
  const bits = view.getUint8(OFFSETS.bits);
  const state = bits & STATE_BITS;
  return {
    state,
    vpEport: view.getUint32(OFFSETS.vpEport, true),
    request: {
      type: TYPES[view.getUint8(OFFSETS.type)] ?? '?',
      dir: (bits & DIR) === 0 ? 'write' : 'read',
      addr: hex(view.getBigUint64(OFFSETS.addr, true)),
      size: view.getUint32(OFFSETS.size, true),
      count: view.getUint32(OFFSETS.count, true),
      df: Number((bits & DF) !== 0),
      data_is_ptr: Number((bits & DATA_IS_PTR) !== 0),
      data: hex(view.getBigUint64(OFFSETS.data, true)),
      state: SLOT_STATES[state] ?? '?',
    },
  };
}

/** The answer goes into the slot; nobody is told. Gives back the state in which the slot was. */
export async function putAnswer(
  domain: ServedDomain,
  id: number,
  value: bigint | undefined,
): Promise<number> {
  const { state } = await readSlot(domain, id);
  if (value !== undefined) {
    const data = new DataView(new ArrayBuffer(8));
    data.setBigUint64(0, value, true);
    await put(domain, id, OFFSETS.data, new Uint8Array(data.buffer));
  }
  await putState(domain, id, RESP_READY);
  return state;
}

/** The device model writes another state into the slot. */
export async function putState(domain: ServedDomain, id: number, state: number): Promise<void> {
  const view = await viewOf(domain, id);
  const bits = (view.getUint8(OFFSETS.bits) & ~STATE_BITS) | state;
  await put(domain, id, OFFSETS.bits, Uint8Array.of(bits));
}

/** The device model writes another port into the slot than Xen has announced there. */
export async function putOtherPort(domain: ServedDomain, id: number): Promise<void> {
  const { vpEport } = await readSlot(domain, id);
  const port = new DataView(new ArrayBuffer(4));
  port.setUint32(0, vpEport + 1, true);
  await put(domain, id, OFFSETS.vpEport, new Uint8Array(port.buffer));
}

/** vcpu 0 is told, by the event channel that its slot names. */
export async function notify(domain: ServedDomain, id: number): Promise<void> {
  await domain.sendEvent((await readSlot(domain, id)).vpEport);
}

const pathOf = (id: number) => `/ioreq-servers/${id}/pages/ioreq`;

async function viewOf(domain: ServedDomain, id: number): Promise<DataView> {
  const { bytes } = await domain.demand('GET', pathOf(id));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What is changed and nothing else: Xen may write to the rest meanwhile. */
async function put(domain: ServedDomain, id: number, offset: number, bytes: Uint8Array) {
  await domain.demand('PUT', `${pathOf(id)}?offset=${offset}`, bytes);
}

const hex = (value: bigint) => `0x${value.toString(16)}`;
