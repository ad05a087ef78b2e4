/**
 * DMOPs by their buffers, where a recording says something of the buffers themselves: struct
 * xen_dm_op is `u32 op`, `u32 pad`, and the operation's own struct.
 */

import { BAD, callByBuffers, words, type Buffer0 } from './binary-call.js';
import type { Call, CallResult } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import { structOf as membersOf, type Member } from './struct-bytes.js';

const STRUCT_BYTES = 32;

/** Operations whose second buffer is a bad pointer, and what they hold besides. */
const WITH_BAD_BUFFER: Readonly<Record<string, readonly Member[]>> = {
  track_dirty_vram: [
    [7, 8],
    [8, 8],
    [0x400, 8],
  ],
  modified_memory: [
    [11, 8],
    [1, 8],
  ],
  nr_vcpus: [[20, 8]],
};

export const BINARY_DM_OPS = {
  dm_op_raw: (world, { op, op_pad = 0, buf0_size = STRUCT_BYTES, ...args }) =>
    call(world, args, [structOf([op, op_pad]).subarray(0, Number(buf0_size))]),

  dm_op_hypercall: (world, { op, nr_bufs, buf0, ...args }) => {
    const first = buf0 === BAD ? BAD : structOf([op, 0]);
    return call(world, args, [first, new Uint8Array()], Number(nr_bufs));
  },
} satisfies Readonly<Record<string, Call>>;

/** An operation that lacks its second buffer. */
export const callWithoutBuffer = (world: RecordedWorld, op: number): Promise<CallResult> =>
  call(world, {}, [structOf([op, 0])]);

/** One that has a second buffer of which only the pointer is wrong. */
export function callWithBadBuffer(world: RecordedWorld, op: string): Promise<CallResult> {
  const struct = new Uint8Array(STRUCT_BYTES);
  struct.set(membersOf(WITH_BAD_BUFFER[op] ?? []));
  return call(world, {}, [struct, BAD]);
}

async function call(
  world: RecordedWorld,
  { domid, domain }: Args,
  buffers: readonly Buffer0[],
  nr = buffers.length,
): Promise<CallResult> {
  const path = `${world.domidOf(domid ?? domain)}/dm_op`;
  const { ret, errno } = await callByBuffers(world, path, buffers, nr);
  return { ret, errno, out: {} };
}

function structOf(fields: readonly unknown[]): Uint8Array {
  const bytes = new Uint8Array(STRUCT_BYTES);
  bytes.set(words(fields));
  return bytes;
}
