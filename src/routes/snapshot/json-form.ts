/**
 * A snapshot as JSON. Bytes are copied when they are written, and become text piece by piece later, so that a large
 * memory stalls nobody for longer than copying it takes.
 */

import type { ByteForm } from '../../hypervisor/index.js';

/** Pages that become text at a time. */
const PAGES_A_PIECE = 64;
/** Nothing else reads so: quotes within a string are escaped. */
const PAGES = '"pages":"@"';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

class Base64 {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  toJSON(): string {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  }
}

export const JSON_FORM: ByteForm = {
  write: (bytes) => new Base64(bytes.slice()),
  read: (data) =>
    typeof data === 'string' && BASE64.test(data)
      ? new Uint8Array(Buffer.from(data, 'base64'))
      : undefined,
};

/** The document in text, by and by. */
export function* jsonPieces(document: object): Generator<string> {
  const { host, ...rest } = document as WithPages;
  const { machine } = host;
  const { pages } = machine;
  const { format, version, ...others } = rest;
  const text = JSON.stringify({
    format,
    version,
    host: { ...host, machine: { ...machine, pages: '@' } },
    ...others,
  });
  const at = text.indexOf(PAGES);
  yield `${text.slice(0, at)}"pages":[`;
  for (let first = 0; first < pages.length; first += PAGES_A_PIECE) {
    const some = JSON.stringify(pages.slice(first, first + PAGES_A_PIECE)).slice(1, -1);
    yield first === 0 ? some : `,${some}`;
  }
  yield `]${text.slice(at + PAGES.length)}`;
}

interface WithPages {
  readonly format: string;
  readonly version: number;
  readonly host: { readonly machine: { readonly pages: readonly unknown[] } };
}
