/** What goes over a WebSocket between a server and its device model, by subprotocol. */

import {
  IOREQ_SIZE,
  IOREQ_STATE,
  readIoreq,
  writeIoreq,
  type Ioreq,
} from '../../hypervisor/index.js';
import { array } from '../wire/json-words.js';
import { completion, describeServed, type Completion, type Served } from './serve-ioreqs.js';
import { struct } from '../wire/struct.js';
import { optional } from '../wire/word.js';

export interface StreamProtocol {
  readonly name: string;
  /** For the device model: what it is to do, and which of its answers answered nothing. */
  say(served: Served): (string | Uint8Array)[];
  /** What the device model answers; undefined: that is no message of this protocol. */
  hear(message: Buffer, fits: Fits): readonly Completion[] | undefined;
}

/** Whether what JSON says fits `ANSWERS`. */
export type Fits = (said: unknown) => boolean;

export const ANSWERS = struct({ completions: optional(array(completion, 'Answers.'), []) });

/** The same words as `exchange`. */
export const JSON_PROTOCOL: StreamProtocol = {
  name: 'fakexen.ioreq.v1',
  say: (served) => [JSON.stringify(describeServed(served))],
  hear(message, fits) {
    try {
      const said: unknown = JSON.parse(message.toString());
      return fits(said) ? ANSWERS.decode(said).completions : undefined;
    } catch {
      return undefined;
    }
  },
};

/** u32 vcpu, u32 seq, then the 32 bytes of ioreq_t. */
const RECORD_SIZE = 8 + IOREQ_SIZE;
/** Of what comes from the buffered ring, which belongs to no vcpu. */
const NO_VCPU = 0xffff_ffff;
const READY = IOREQ_STATE.ready;

/**
 * A message each way is one record or several. The device model sends back the record with its `data` and the state
 * IORESP_READY; an answer that answered nothing comes back to it with the state NONE.
 */
export const BINARY_PROTOCOL: StreamProtocol = {
  name: 'fakexen.ioreq.bin.v1',
  say: ({ ioreqs, bufioreqs, stale }) => [
    ...ioreqs.map(({ vcpu, seq, ioreq }) => record(vcpu, seq, { ...ioreq, state: READY })),
    ...bufioreqs.map((ioreq) => record(NO_VCPU, 0, { ...ioreq, state: READY })),
    ...stale.map(({ vcpu, seq = 0 }) => record(vcpu, seq)),
  ],
  hear(message) {
    if (message.length === 0 || message.length % RECORD_SIZE !== 0) return undefined;
    const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
    const records = Array.from({ length: message.length / RECORD_SIZE }, (_, n) => n * RECORD_SIZE);
    return records.map((at) => ({
      vcpu: view.getUint32(at, true),
      seq: view.getUint32(at + 4, true),
      data: readIoreq(new DataView(view.buffer, view.byteOffset + at + 8, IOREQ_SIZE), 0).data,
    }));
  },
};

function record(vcpu: number, seq: number, ioreq?: Ioreq): Uint8Array {
  const bytes = new Uint8Array(RECORD_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, vcpu, true);
  view.setUint32(4, seq, true);
  if (ioreq !== undefined) writeIoreq(new DataView(bytes.buffer, 8), 0, ioreq);
  return bytes;
}

const PROTOCOLS = [JSON_PROTOCOL, BINARY_PROTOCOL];

export const SUBPROTOCOLS = PROTOCOLS.map(({ name }) => name);

/** The first protocol that the client offers and we know; undefined: it offers none of ours. */
export const protocolAmong = (offered: Iterable<string>): StreamProtocol | undefined => {
  const names = new Set(offered);
  return PROTOCOLS.find(({ name }) => names.has(name));
};
