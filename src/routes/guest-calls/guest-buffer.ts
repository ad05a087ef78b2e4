/** A buffer of a hypercall that a guest makes: read from its memory, and what has changed written there again. */

import { XenError, type GuestCall } from '../../hypervisor/index.js';
import type { Buffer } from '../definition/second-buffer.js';

const PAGE_SIZE = 4096;

export class GuestBuffer {
  /** As far as it can be read, for a page that cannot ends it; undefined: not even its first byte can. */
  readonly view: Buffer;
  readonly #call: GuestCall;
  readonly #pointer: bigint;
  readonly #before: Uint8Array;

  constructor(call: GuestCall, pointer: bigint, bytes: number) {
    this.#call = call;
    this.#pointer = pointer;
    this.#before = readAt(call, pointer, bytes);
    const { buffer, byteLength } = this.#before.slice();
    this.view = byteLength === 0 && bytes > 0 ? undefined : new DataView(buffer);
  }

  /** All of it; undefined where part of it cannot be read. */
  whole(bytes: number): Buffer {
    return this.view?.byteLength === bytes ? this.view : undefined;
  }

  /** EFAULT where the guest's memory cannot be written. */
  writeBack(): void {
    if (this.view === undefined) return;
    const after = new Uint8Array(this.view.buffer);
    const first = after.findIndex((byte, at) => byte !== this.#before[at]);
    if (first === -1) return;
    const last = after.findLastIndex((byte, at) => byte !== this.#before[at]);
    for (const [at, end] of pagewise(this.#pointer, first, last + 1))
      if (!this.#call.write(this.#pointer + BigInt(at), after.subarray(at, end)))
        throw new XenError('EFAULT', 'the argument cannot be written');
  }
}

function readAt(call: GuestCall, pointer: bigint, bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  for (const [at, end] of pagewise(pointer, 0, bytes)) {
    const piece = call.read(pointer + BigInt(at), end - at);
    if (piece === undefined) return whole.subarray(0, at);
    whole.set(piece, at);
  }
  return whole;
}

/** From `from` to `end` behind the pointer, cut where pages end. */
function* pagewise(pointer: bigint, from: number, end: number): Generator<[number, number]> {
  const offset = Number(pointer % BigInt(PAGE_SIZE));
  for (let at = from; at < end;) {
    const next = Math.min(end, at + PAGE_SIZE - ((offset + at) % PAGE_SIZE));
    yield [at, next];
    at = next;
  }
}
