/**
 * The requests of a recording in the order in which its guest made them. The recorder notes a synchronous request when
 * the device model is about to look at its events, and a buffered one when the ring is emptied, which is before the
 * synchronous one is answered: the vcpu that waits for that answer had written it before.
 */

import type { BufferedRecord, QemuRecord, SlotRecord } from './recording.js';

export interface GuestMove {
  /** The record from which on the device model has seen it. */
  readonly at: number;
  readonly request: SlotRecord | BufferedRecord;
  /** The entry with the high half of a buffered quadword. */
  readonly high: BufferedRecord | undefined;
}

/** A quadword takes two entries of the ring. */
const QUADWORD = 3;

export function guestMoves(records: readonly QemuRecord[]): GuestMove[] {
  const moves: GuestMove[] = [];
  const waiting: GuestMove[] = [];
  let low: BufferedRecord | undefined;
  for (const [at, record] of records.entries()) {
    if (record.call === 'ioreq') {
      waiting.push({ at, request: record, high: undefined });
    } else if (record.call === 'ioresp') {
      moves.push(...waiting.splice(0, waiting.findIndex(isOf(record)) + 1));
    } else if (record.call === 'bufioreq') {
      if (low !== undefined) moves.push(buffered(at, waiting, low, record));
      else if (record.sizelog !== QUADWORD) moves.push(buffered(at, waiting, record));
      low = low === undefined && record.sizelog === QUADWORD ? record : undefined;
    }
  }
  return [...moves, ...waiting];
}

const isOf =
  ({ vcpu }: SlotRecord) =>
  ({ request }: GuestMove): boolean =>
    request.call !== 'bufioreq' && request.vcpu === vcpu;

const buffered = (
  at: number,
  waiting: readonly GuestMove[],
  request: BufferedRecord,
  high?: BufferedRecord,
): GuestMove => ({ at: waiting[0]?.at ?? at, request, high });
