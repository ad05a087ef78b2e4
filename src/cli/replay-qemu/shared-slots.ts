/** The pages that Xen shares with a device model, as the recorded one saw and changed them. */

import { IOREQ_STATE } from '../../hypervisor/index.js';
import type { MappedFrames } from './mapped-frames.js';
import type { BufferedRecord, SlotRecord } from './recording.js';

/** The frames of the resource. */
const BUFFERED = 0;
const SLOTS = 1;
const SLOT_BYTES = 32;
const RING_SLOTS = 511;
const DIR = { write: 0, read: 1 } as const;

/** `u64 addr`, `u64 data`, `u32 count`, `u32 size`, `u32 vp_eport`, …, `u8 state:4 data_is_ptr:1 dir:1 df:1`, `u8 type`. */
export function slotOf(
  pages: MappedFrames,
  vcpu: number,
): Readonly<Record<string, number | bigint>> {
  const slot = pages.read(SLOTS, vcpu * SLOT_BYTES, SLOT_BYTES);
  const bits = slot.readUInt8(30);
  return {
    addr: slot.readBigUInt64LE(0),
    data: slot.readBigUInt64LE(8),
    count: slot.readUInt32LE(16),
    size: slot.readUInt32LE(20),
    vp_eport: slot.readUInt32LE(24),
    state: bits & 0xf,
    data_is_ptr: (bits >> 4) & 1,
    dir: (bits >> 5) & 1,
    df: (bits >> 6) & 1,
    type: slot.readUInt8(31),
  };
}

/** What the recorded slot was, in the same words. Of a read the data is what the vcpu has not asked for. */
export const recordedSlot = (record: SlotRecord): Readonly<Record<string, number | bigint>> => ({
  addr: BigInt(record.addr),
  data: BigInt(record.data),
  count: record.count,
  size: record.size,
  vp_eport: record.vp_eport,
  state: IOREQ_STATE.ready,
  data_is_ptr: record.data_is_ptr,
  dir: DIR[record.dir],
  df: record.df,
  type: record.typenr,
});

/** To be compared, and to be shown where it is not the same. */
export const slotInWords = (slot: Readonly<Record<string, number | bigint>>): string =>
  Object.entries(slot)
    .map(([name, value]) => `${name} ${value.toString(16)}`)
    .join(' ');

export function answerSlot(pages: MappedFrames, { vcpu, data }: SlotRecord): void {
  const at = vcpu * SLOT_BYTES;
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(data));
  pages.write(SLOTS, at + 8, bytes);
  const state = pages.read(SLOTS, at + 30, 1);
  state.writeUInt8((state.readUInt8(0) & 0xf0) | IOREQ_STATE.resp_ready);
  pages.write(SLOTS, at + 30, state);
}

/** Takes the next entry off the ring, as it is recorded; undefined: there is none. */
export function takeEntry(pages: MappedFrames): string | undefined {
  const head = pages.read(BUFFERED, 0, 8);
  const [read, write] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  if (read === write) return undefined;
  const entry = pages.read(BUFFERED, 8 + (read % RING_SLOTS) * 8, 8);
  const next = Buffer.alloc(4);
  next.writeUInt32LE(read + 1);
  pages.write(BUFFERED, 0, next);
  return entry.toString('hex');
}

/** Bits 0-7 type, 9 direction, 10-11 size, 12-31 address; then the data. */
export function recordedEntry(record: BufferedRecord & { readonly typenr?: number }): string {
  const { typenr = 1, dir, sizelog, addr, data } = record;
  const entry = Buffer.alloc(8);
  entry.writeUInt32LE((typenr | (DIR[dir] << 9) | (sizelog << 10) | (Number(addr) << 12)) >>> 0, 0);
  entry.writeUInt32LE(Number(BigInt(data) & 0xffff_ffffn), 4);
  return entry.toString('hex');
}
