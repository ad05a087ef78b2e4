/** Snapshots as files: what the service calls their two forms, and how large one is. */

const MIB = 2 ** 20;

export const SNAPSHOT_TYPES = {
  json: 'application/json',
  binary: 'application/vnd.fakexen.snapshot',
} as const;

/** A document in JSON is an object; the other form begins with bytes of its own. */
export const typeOf = (content: Uint8Array): string =>
  SNAPSHOT_TYPES[content[0] === '{'.charCodeAt(0) ? 'json' : 'binary'];

export const sizeInWords = (bytes: number): string =>
  bytes < MIB ? `${bytes} bytes` : `${(bytes / MIB).toFixed(1)} MiB`;
