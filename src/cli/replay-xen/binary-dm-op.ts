/**
 * DMOPs by their buffers, where a recording says something of the buffers themselves: struct
 * xen_dm_op is `u32 op`, `u32 pad`, and the operation's own struct.
 */

import { ERRNO } from '../../hypervisor/index.js';
import type { Call, CallResult } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';

const STRUCT_BYTES = 32;
const WORD = 4;
/** What a bad pointer is in the body. */
const BAD = 'bad pointer';
const BAD_POINTER = 0xffff_ffff;
/** More than Xen takes: it does not look for them. */
const MOST_BUFS = 2;

const DOMIDS: Readonly<Record<string, number>> = {
  '0 (dom0 itself)': 0,
  DOMID_SELF: 0x7ff0,
  '0x7fff': 0x7fff,
  nonexistent: 0x7000,
};

const ERRNO_NAMES = new Map(Object.entries(ERRNO).map(([name, number]) => [-number, name]));

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

type Buffer0 = Uint8Array | typeof BAD;

async function call(
  world: RecordedWorld,
  { domid, domain }: Args,
  buffers: readonly Buffer0[],
  nr = buffers.length,
): Promise<CallResult> {
  const to = DOMIDS[domid as string] ?? world.domids.get(domain as string) ?? world.domid;
  const sent = nr > MOST_BUFS ? [] : buffers.slice(0, nr).flatMap(framed);
  const body = Buffer.concat([words([nr]), ...sent]);
  const { status, bytes } = await world.service.send('POST', `/domains/${to}/dm_op`, body);
  if (status !== 200) return { ret: -1, errno: String(status), out: {} };
  const rc = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  if (rc >= 0) return { ret: rc, errno: null, out: {} };
  return { ret: -1, errno: ERRNO_NAMES.get(rc) ?? String(rc), out: {} };
}

const framed = (buffer: Buffer0): Uint8Array[] =>
  buffer === BAD ? [words([BAD_POINTER])] : [words([buffer.length]), buffer];

function structOf(fields: readonly unknown[]): Uint8Array {
  const bytes = new Uint8Array(STRUCT_BYTES);
  bytes.set(words(fields));
  return bytes;
}

function words(values: readonly unknown[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * WORD));
  for (const [index, value] of values.entries()) view.setUint32(index * WORD, Number(value), true);
  return new Uint8Array(view.buffer);
}
