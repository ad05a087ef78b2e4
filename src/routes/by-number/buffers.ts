/**
 * The buffers of a hypercall in a body, little endian: `u32 nr_bufs`, then for each `u32 size` and its bytes. A size
 * of 0xffffffff is that of a buffer whose pointer is a bad one, and has no bytes.
 */

import { ownProblem, ProblemError } from '../problems/problem.js';
import type { Buffer } from '../definition/second-buffer.js';

/** More than any hypercall takes: what is to follow is not looked for beyond the end of the body. */
const MAX_BUFS = 2;
const BAD_POINTER = 0xffff_ffff;
const WORD = 4;

/** Bytes where they lie: the struct of a call is read once, and a view of its own would cost as much as the call. */
export interface Bytes {
  readonly view: DataView;
  readonly at: number;
  readonly byteLength: number;
}

export interface Buffers {
  readonly nr: number;
  /** Both are of the body itself: what is written to them is written there. None is as one whose pointer is bad. */
  readonly first: Bytes | undefined;
  readonly second: Buffer;
  /** Where in the body they end. */
  readonly end: number;
}

export const NO_BUFFERS: Buffers = { nr: 0, first: undefined, second: undefined, end: 0 };

export const bytesIn = (view: Buffer): Bytes | undefined =>
  view && { view, at: 0, byteLength: view.byteLength };

/** What begins at `start`; a problem of ours where the body ends before it should. */
export function buffersAt(body: DataView, start: number): Buffers {
  const nr = wordAt(body, start);
  let first: Bytes | undefined;
  let second: Buffer;
  let at = start + WORD;
  for (let index = 0; index < nr && !(nr > MAX_BUFS && at === body.byteLength); index++) {
    const size = wordAt(body, at);
    at += WORD;
    if (size === BAD_POINTER) continue;
    if (at + size > body.byteLength)
      throw malformed(`a buffer of ${size} bytes at ${at} ends beyond the body`);
    if (index === 0) first = { view: body, at, byteLength: size };
    if (index === 1) second = new DataView(body.buffer, body.byteOffset + at, size);
    at += size;
  }
  return { nr, first, second, end: at };
}

/** The buffers of a body that has nothing else; no body is no buffers. */
export function buffersOf(body: DataView): Buffers {
  if (body.byteLength === 0) return NO_BUFFERS;
  const buffers = buffersAt(body, 0);
  refuseRest(body, buffers.end);
  return buffers;
}

export function wordAt(body: DataView, at: number): number {
  if (at + WORD > body.byteLength) throw malformed(`the body ends before the word at ${at} does`);
  return body.getUint32(at, true);
}

export function refuseRest({ byteLength }: DataView, end: number): void {
  if (end < byteLength) throw malformed(`${byteLength - end} bytes are left at ${end}`);
}

export const malformed = (detail: string) =>
  new ProblemError(ownProblem('malformed-buffers', detail));

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
