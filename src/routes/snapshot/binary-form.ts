/**
 * A snapshot in bytes: `FXS1`, the length of the document as a little-endian u32, the document in JSON, and then all
 * bytes of which it speaks: `{ "$bytes": [offset, length] }`.
 */

import type { ByteForm } from '../../hypervisor/index.js';
import { ProblemError, ownProblem } from '../problems/problem.js';

export const SNAPSHOT = 'application/vnd.fakexen.snapshot';

const MAGIC = Buffer.from('FXS1');
const HEADER = MAGIC.length + 4;

export interface BinaryForm extends ByteForm {
  /** What was written, in order. */
  readonly chunks: readonly Uint8Array[];
}

/** To write one document with; bytes are copied when they are written. */
export function binaryForm(): BinaryForm {
  const chunks: Uint8Array[] = [];
  let offset = 0;
  return {
    chunks,
    write(bytes) {
      const reference = { $bytes: [offset, bytes.length] };
      chunks.push(bytes.slice());
      offset += bytes.length;
      return reference;
    },
    read: () => undefined,
  };
}

export function* binaryPieces(document: object, { chunks }: BinaryForm): Generator<Uint8Array> {
  const text = Buffer.from(JSON.stringify(document));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  yield MAGIC;
  yield length;
  yield text;
  yield* chunks;
}

/** The document, and how its bytes are read. */
export function readBinary(bytes: Uint8Array): { document: unknown; form: ByteForm } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.length < HEADER || !whole.subarray(0, MAGIC.length).equals(MAGIC))
    throw broken('it does not begin as a snapshot in bytes does');
  const end = HEADER + whole.readUInt32LE(MAGIC.length);
  if (end > whole.length) throw broken('it ends within its document');
  return { document: parsed(whole.subarray(HEADER, end)), form: formOf(whole.subarray(end)) };
}

const formOf = (all: Uint8Array): ByteForm => ({
  write: () => undefined,
  read(data) {
    const reference = (data as { readonly $bytes?: unknown } | null)?.$bytes;
    if (!Array.isArray(reference)) return undefined;
    const [offset, length] = reference as unknown[];
    if (!isCount(offset) || !isCount(length) || offset + length > all.length) return undefined;
    return all.subarray(offset, offset + length);
  },
});

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function parsed(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch (error) {
    throw broken((error as Error).message);
  }
}

const broken = (detail: string) => new ProblemError(ownProblem('broken-snapshot', detail));
