/** A call by its buffers, as they lie in memory: what it returns, and the buffers as Xen leaves them. */

import { ERRNO } from '../../hypervisor/index.js';
import type { CallResult } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';

/** What a bad pointer is in the recordings. */
export const BAD = 'bad pointer';

export type Buffer0 = Uint8Array | typeof BAD;

export interface BinaryAnswer extends CallResult {
  /** What is in them after the call; one with a bad pointer has nothing. */
  readonly buffers: readonly Uint8Array[];
}

const WORD = 4;
const BAD_POINTER = 0xffff_ffff;
/** More than Xen takes: it does not look for them. */
const MOST_BUFS = 2;

const ERRNO_NAMES = new Map(Object.entries(ERRNO).map(([name, number]) => [-number, name]));

/** `path` is below `/domains/`. */
export async function callByBuffers(
  world: RecordedWorld,
  path: string,
  buffers: readonly Buffer0[],
  nr = buffers.length,
): Promise<BinaryAnswer> {
  const sent = nr > MOST_BUFS ? [] : buffers.slice(0, nr);
  const body = Buffer.concat([words([nr]), ...sent.flatMap(framed)]);
  const headers = { 'xen-caller-domid': world.caller };
  const { status, bytes } = await world.service.send('POST', `/domains/${path}`, body, headers);
  if (status !== 200) return { ret: -1, errno: String(status), out: {}, buffers: [] };
  const rc = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  return { ...resultOfRc(rc), buffers: buffersIn(bytes.subarray(2 * WORD), sent) };
}

/** What a return code is to a recording. */
export const resultOfRc = (rc: number): CallResult =>
  rc >= 0
    ? { ret: rc, errno: null, out: {} }
    : { ret: -1, errno: ERRNO_NAMES.get(rc) ?? String(rc), out: {} };

export function words(values: readonly unknown[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * WORD));
  for (const [index, value] of values.entries()) view.setUint32(index * WORD, Number(value), true);
  return new Uint8Array(view.buffer);
}

const framed = (buffer: Buffer0): Uint8Array[] =>
  buffer === BAD ? [words([BAD_POINTER])] : [words([buffer.length]), buffer];

function buffersIn(bytes: Uint8Array, sent: readonly Buffer0[]): Uint8Array[] {
  let at = 0;
  return sent.map((buffer) => {
    at += WORD;
    const length = buffer === BAD ? 0 : buffer.length;
    at += length;
    return bytes.slice(at - length, at);
  });
}
