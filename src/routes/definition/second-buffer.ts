/** What a device-model operation keeps in its second buffer, behind a pointer that may be a bad one. */

import { XenError } from '../../hypervisor/index.js';
import { cStruct } from '../wire/c-struct.js';
import type { AnyStruct } from '../wire/struct.js';

/** The bytes of a buffer; undefined: its pointer is a bad one, which shows where it is followed. */
export type Buffer = DataView | undefined;

export interface SecondBuffer {
  /** Fields of the definition that are not in the struct, because the buffer takes their place. */
  readonly fields: readonly string[];
  /** Fields of the request that it holds, or that tell of its size. */
  load(buffer: Buffer): Readonly<Record<string, unknown>>;
  /** Writes what the answer has for it. */
  store(buffer: Buffer, response: Readonly<Record<string, unknown>>): void;
}

/** Structs one after the other, as many as there is room for. */
export function listIn(field: string, { fields }: AnyStruct): SecondBuffer {
  const item = cStruct(
    Object.entries(fields).flatMap(([name, { c }]) =>
      c === undefined ? [] : [{ name, type: c, of: 'request' as const }],
    ),
  );
  return {
    fields: [field],
    load: (buffer) => ({
      [field]:
        buffer === undefined
          ? UNREADABLE
          : Array.from({ length: Math.floor(buffer.byteLength / item.bytes) }, (_, index) =>
              item.load(buffer, index * item.bytes),
            ),
    }),
    store: () => undefined,
  };
}

/** A bitmap that Xen writes; `field` has it in hexadecimal, `roomField` the room there is, where Xen is told. */
export const bitmapIn = (field: string, roomField?: string): SecondBuffer => ({
  fields: [field, ...(roomField === undefined ? [] : [roomField])],
  load: (buffer) => (roomField === undefined ? {} : { [roomField]: buffer?.byteLength }),
  store(buffer, { [field]: bitmap }) {
    const bytes = globalThis.Buffer.from(bitmap as string, 'hex');
    if (bytes.length === 0) return;
    const room = new Uint8Array(readable(buffer, bytes.length).buffer, buffer?.byteOffset);
    room.set(bytes);
  },
});

/** EFAULT where it cannot all be read or written. */
export function readable<Sized extends { readonly byteLength: number }>(
  buffer: Sized | undefined,
  bytes: number,
): Sized {
  if (buffer === undefined) throw new XenError('EFAULT', 'the pointer of a buffer is a bad one');
  if (buffer.byteLength < bytes)
    throw new XenError('EFAULT', `a buffer has ${buffer.byteLength} bytes, not ${bytes}`);
  return buffer;
}

/** Stands for a list that is longer than any and faults when an item of it, or of what is made of it, is read. */
const UNREADABLE: readonly unknown[] = new Proxy([], {
  get(_, property) {
    if (property === 'length') return Number.MAX_SAFE_INTEGER;
    if (property === 'map') return () => UNREADABLE;
    return readable(undefined, 1);
  },
});
