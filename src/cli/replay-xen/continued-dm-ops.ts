/**
 * DMOPs that may give way on a real Xen, and then have where they stand in their own struct: by their buffers, in
 * which a recording shows it.
 */

import { callByBuffers } from './binary-call.js';
import type { Call } from './call-result.js';
import type { Args } from './recording.js';
import { numberAt, structOf, type Member } from './struct-bytes.js';

/** Behind `u32 op`, `u32 pad`. */
const UNION = 8;
/** struct xen_dm_op_modified_memory_extent. */
const EXTENT_BYTES = 16;

interface Operation {
  readonly number: number;
  /** Members of the struct in order, and how many bytes each has. */
  readonly members: Readonly<Record<string, number>>;
  /** Those that a recording shows. */
  readonly shown: readonly string[];
  /** What lies in the second buffer. */
  readonly extents?: true;
}

const OPERATIONS = {
  modified_memory: {
    number: 11,
    members: { nr_extents: 4, opaque: 4 },
    shown: ['nr_extents', 'opaque'],
    extents: true,
  },
  set_mem_type: {
    number: 12,
    members: { nr: 4, mem_type: 2, pad: 2, first_pfn: 8 },
    shown: ['first_pfn', 'nr'],
  },
  map_mem_type_to_ioreq_server: {
    number: 15,
    members: { id: 2, type: 2, flags: 4, opaque: 8 },
    shown: ['opaque'],
  },
} satisfies Readonly<Record<string, Operation>>;

export const CONTINUED_DM_OPS = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, operation]) => [name, byBuffers(operation)]),
) as Readonly<Record<keyof typeof OPERATIONS, Call>>;

function byBuffers({ number, members, shown, extents }: Operation): Call {
  return async (world, args) => {
    const list = extents && extentsOf(args);
    const given: Args = { ...(list && { nr_extents: list.length / EXTENT_BYTES }), ...args };
    const fields = Object.entries(members).map(([name, bytes]): Member => [given[name], bytes]);
    const struct = structOf([[number, UNION], ...fields]);
    const path = `${world.domid}/dm_op`;
    const buffers = list === undefined ? [struct] : [struct, list];
    const { buffers: after, ...result } = await callByBuffers(world, path, buffers);
    const values = shown.map((name) => [name, fieldOf(after[0] ?? struct, members, name, args)]);
    return { ...result, out: Object.fromEntries(values) as Args };
  };
}

/** As a recording has it: a string where a step gives one. */
function fieldOf(
  struct: Uint8Array,
  members: Operation['members'],
  name: string,
  args: Args,
): string | number {
  const names = Object.keys(members);
  const before = names.slice(0, names.indexOf(name)).map((other) => members[other] ?? 0);
  const at = before.reduce((sum, bytes) => sum + bytes, UNION);
  const value = numberAt(struct, at, members[name] ?? 0);
  return typeof args[name] === 'string' ? `0x${value.toString(16)}` : Number(value);
}

/** A buffer of equal extents. */
function extentsOf({ buf1_size = EXTENT_BYTES, first_pfn, nr, pad }: Args): Uint8Array {
  const extent = structOf([
    [nr, 4],
    [pad, 4],
    [first_pfn, 8],
  ]);
  const bytes = new Uint8Array(Number(buf1_size));
  for (let at = 0; at < bytes.length; at += EXTENT_BYTES)
    bytes.set(extent.subarray(0, bytes.length - at), at);
  return bytes;
}
