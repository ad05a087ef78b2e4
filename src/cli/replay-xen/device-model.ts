/**
 * The device model of the recordings: which values it answers with. Byte i of an access at address
 * X is, from server A, `0xa0 | (X + i) & 15`, from server B `0xb0 | …`, and so on; values that go
 * through memory move on with each element.
 */

import type { Bytes } from './page-pattern.js';
import type { RecordedIoreq } from './recording.js';

const LETTER_A = 'A'.charCodeAt(0);

/** The value of a read that is answered in the request itself. */
export function answerTo({ srv, addr, size }: RecordedIoreq): bigint {
  const bytes = patternAt(srv, Number(BigInt(addr) & 0xfn), size);
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** Where the values lie of a request that names guest memory, one a repetition. */
export function elementsOf({ size, count, df, data }: RecordedIoreq): number[] {
  const direction = df === 0 ? 1 : -1;
  return Array.from({ length: count }, (_, index) => Number(data) + direction * index * size);
}

/** What a read that names guest memory puts there. */
export function valuesFor(ioreq: RecordedIoreq): Bytes[] {
  const { srv, type, addr, size, df } = ioreq;
  const direction = df === 0 ? 1 : -1;
  return elementsOf(ioreq).map((gpa, index) => {
    const moved = type === 'PIO' ? index : direction * index * size;
    return { gpa, bytes: patternAt(srv, Number(addr) + moved, size) };
  });
}

const patternAt = (srv: string, address: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => {
    const high = srv.charCodeAt(0) - LETTER_A + 10;
    return ((high << 4) | ((((address + index) % 16) + 16) % 16)) & 0xff;
  });
