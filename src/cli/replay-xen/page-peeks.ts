/** Looks at the pages that a device model shares with Xen, byte for byte, and its moves on the ring. */

import { DONE, type Call, type CallResult } from './call-result.js';
import { toHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import { moveRing, pointersOf, type Pointers } from './ring-pointers.js';
import { readSlot } from './slot.js';
import { numberAt } from './struct-bytes.js';

/** A slot of the synchronous page. */
const SLOT_BYTES = 32;
const VP_EPORT_AT = 24;
const STATE_AT = 30;
const STATE_BITS = 0b1111;
/** Slots that a list of them has. */
const PORTS = 3;
const STATES = 2;

const OF_DEVICE_MODEL = /\bDM\b/;

export const PAGE_PEEKS: Readonly<Record<string, Call>> = {
  sync_page: async (world, args) => shown(await world.pages.read('ioreq'), args),
  buffered_page: async (world, args) => shown(await world.pages.read('bufioreq'), args),

  ring_pointers: async (world, { when }, _, out) => {
    if (OF_DEVICE_MODEL.test(String(when))) await moveRing(world, out as unknown as Pointers);
    return { ...DONE, out: { ...(await pointersOf(world)) } };
  },

  shared_page_peek: async (world, { id }, __, out) => {
    if (id !== undefined) return { ...DONE, out: await peekOf(world, Number(id)) };
    const page = await world.pages.read('ioreq');
    const port = (slot: number) => Number(numberAt(page, slot * SLOT_BYTES + VP_EPORT_AT, 4));
    const state = (slot: number) => (page[slot * SLOT_BYTES + STATE_AT] ?? 0) & STATE_BITS;
    const isList = Array.isArray(out['vp_eport']);
    return {
      ...DONE,
      out: isList
        ? { vp_eport: list(PORTS, port), state: list(STATES, state) }
        : { vp_eport: port(0), state: state(0) },
    };
  },

  ram_peek: async (world: RecordedWorld, { gpa }) => {
    const bytes = (await world.readRam(Number(gpa), 4)) ?? new Uint8Array(4);
    return { ...DONE, out: { u32: `0x${numberAt(bytes, 0, 4).toString(16)}` } };
  },
};

/** The slot of a server that is there, and whether its port is announced; a step says when it looks. */
async function peekOf(world: RecordedWorld, id: number): Promise<CallResult['out']> {
  const { state, vpEport } = await readSlot(world, id);
  const isSet = vpEport !== 0;
  return {
    state,
    vp_eport_before_enable_nonzero: isSet,
    vp_eport_after_enable_nonzero: isSet,
    vp_eport_after_disable_nonzero: isSet,
  };
}

const list = (nr: number, of: (slot: number) => number) =>
  Array.from({ length: nr }, (_, slot) => of(slot));

function shown(page: Uint8Array, { bytes }: Args): CallResult {
  const isNonzero = (byte: number) => byte !== 0;
  return {
    ...DONE,
    out: {
      nonzero_bytes: page.filter(isNonzero).length,
      last_nonzero: page.findLastIndex(isNonzero),
      hex: toHex(page.subarray(0, Number(bytes))),
    },
  };
}
