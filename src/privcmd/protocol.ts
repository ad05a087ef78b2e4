/**
 * The messages between the shim and the server, little endian; docs/privcmd-protocol.md says what they mean.
 *
 *     request  u32 bytes of the whole   u16 operation   u16 domid   body
 *     answer   u32 bytes of the whole   i32 result: 0 or above, or a negative errno   body
 */

export const VERSION = 1;

export const OPERATION = {
  hello: 0,
  dm_op: 1,
  hypercall: 2,
  map_gfns: 3,
  map_resource: 4,
  map_grants: 5,
  evtchn: 6,
} as const;

const NAMES = new Map<number, string>(
  Object.entries(OPERATION).map(([name, number]) => [number, name]),
);

export const operationName = (operation: number): string =>
  NAMES.get(operation) ?? String(operation);

/** What a connection is for, as its `hello` says. */
export const CONNECTION = { calls: 0, evtchn: 1 } as const;

export const HEADER_BYTES = 8;
/** More than any call has. */
export const MAX_BYTES = 32 * 2 ** 20;

export interface Request {
  readonly operation: number;
  readonly domid: number;
  readonly body: Buffer;
}

export interface Answer {
  readonly result: number;
  readonly body?: Buffer;
}

/** The first request of what has come, and what is left; undefined: it has not come as a whole. RangeError: it is none. */
export function firstRequest(bytes: Buffer): { request: Request; rest: Buffer } | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const length = bytes.readUInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_BYTES)
    throw new RangeError(`a message of ${length} bytes is none`);
  if (bytes.length < length) return undefined;
  const request = {
    operation: bytes.readUInt16LE(4),
    domid: bytes.readUInt16LE(6),
    body: bytes.subarray(HEADER_BYTES, length),
  };
  return { request, rest: bytes.subarray(length) };
}

export function answerBytes({ result, body }: Answer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(HEADER_BYTES + (body?.length ?? 0), 0);
  header.writeInt32LE(result, 4);
  return body === undefined ? header : Buffer.concat([header, body]);
}
