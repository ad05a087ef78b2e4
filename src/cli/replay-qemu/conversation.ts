/**
 * Plays the requests of a recording to a device model that runs, and compares what it answers.
 *
 * Disks are asynchronous: a status that says busy where the recorded one did not is asked for again.
 */

import { setTimeout } from 'node:timers/promises';
import type { Access } from '../../hypervisor/access/access.js';
import type { Guest } from './guest.js';
import { guestMoves } from './guest-order.js';
import type { BufferedRecord, QemuRecord, SlotRecord } from './recording.js';
import { lowBytes, type Tally } from './tally.js';

const PATIENCE_MS = 5000;
const ATTEMPTS = 2000;
/** Status and alternate status of the two IDE channels. */
const IDE_STATUS = new Set([0x1f7, 0x177, 0x3f6, 0x376]);
const BUSY = 0x80n;

export async function converse(
  records: readonly QemuRecord[],
  guest: Guest,
  tally: Tally,
): Promise<void> {
  const answers = answersOf(records);
  for (const { request, high } of guestMoves(records)) {
    if (request.call === 'bufioreq') {
      await writeBuffered(request, high, guest, tally);
      continue;
    }
    const answer = answers.get(request);
    if (answer !== undefined && !(await ask(request, answer, guest, tally))) return;
  }
}

/** The answer to each request: the next of the same vcpu. */
function answersOf(records: readonly QemuRecord[]): Map<SlotRecord, SlotRecord> {
  const answers = new Map<SlotRecord, SlotRecord>();
  const open = new Map<number, SlotRecord>();
  for (const record of records) {
    if (record.call === 'ioreq') open.set(record.vcpu, record);
    if (record.call !== 'ioresp') continue;
    const request = open.get(record.vcpu);
    if (request !== undefined) answers.set(request, record);
  }
  return answers;
}

async function writeBuffered(
  request: BufferedRecord,
  high: BufferedRecord | undefined,
  guest: Guest,
  tally: Tally,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS && !guest.hasRoom(request); attempt++)
    await setTimeout(1);
  const access = guest.write(request, high);
  const isDone = (await guest.finished(access, PATIENCE_MS)) !== undefined;
  if (isDone && access.ioreqs.length === 0) tally.buffered += high === undefined ? 1 : 2;
  else tally.unserved++;
}

/** False if the device model has not answered. */
async function ask(
  request: SlotRecord,
  answer: SlotRecord,
  guest: Guest,
  tally: Tally,
): Promise<boolean> {
  let access = guest.begin(request);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await guest.finished(access, PATIENCE_MS)) === undefined) {
      tally.unserved++;
      return false;
    }
    if (!isStillBusy(request, access, answer)) break;
    await new Promise(setImmediate);
    access = guest.begin(request);
  }
  tally.served++;
  tally.compareRequest(request, access);
  if (request.type === 'invalidate' || request.dir !== 'read') return true;
  if (request.data_is_ptr)
    tally.compareString(request, guest.bytesOf(request), answer.ptr_bytes ?? '');
  else tally.compareRegister(request, access.data, answer.data);
  return true;
}

function isStillBusy(request: SlotRecord, { data }: Access, answer: SlotRecord): boolean {
  const isStatus =
    request.type === 'pio' && request.dir === 'read' && IDE_STATUS.has(Number(request.addr));
  if (!isStatus || data === undefined) return false;
  return (data & BUSY) !== 0n && (lowBytes(BigInt(answer.data), request.size) & BUSY) === 0n;
}
