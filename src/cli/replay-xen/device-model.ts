/**
 * The device model of the recordings: which values it answers with. Byte i of an access at address
 * X is, from server A, `0xa0 | (X + i) & 15`, from server B `0xb0 | …`, and so on; values that go
 * through memory move on with each element.
 */

import type { RecordedIoreq } from './recording.js';

const LETTER_A = 'A'.charCodeAt(0);

/** One element of a request that names guest memory. */
export interface Element {
  readonly gpa: number;
  readonly value: Uint8Array;
}

/** The value of a read that is answered in the request itself. */
export function answerTo({ srv, addr, size }: RecordedIoreq): bigint {
  const bytes = patternAt(srv, Number(BigInt(addr) & 0xfn), size);
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** What a read with `data_is_ptr` stores in guest memory, element by element. */
export function elementsOf(ioreq: RecordedIoreq): Element[] {
  const { srv, type, addr, size, count, df, data } = ioreq;
  const direction = df === 0 ? 1 : -1;
  return Array.from({ length: count }, (_, index) => {
    const moved = type === 'PIO' ? index : direction * index * size;
    const gpa = Number(BigInt(data)) + direction * index * size;
    return { gpa, value: patternAt(srv, Number(BigInt(addr)) + moved, size) };
  });
}

const patternAt = (srv: string, address: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => {
    const high = srv.charCodeAt(0) - LETTER_A + 10;
    return ((high << 4) | ((((address + index) % 16) + 16) % 16)) & 0xff;
  });
