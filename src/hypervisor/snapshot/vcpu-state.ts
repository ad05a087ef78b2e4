/** A vcpu in a snapshot, with what Xen keeps of an instruction that it has not finished. */

import { Access } from '../access/access.js';
import type { Vcpu } from '../vcpu.js';
import { ACCESS, saveAccess } from './access-state.js';
import { address, bits, choice, flag, orNull, whole, type ValueOf } from './field.js';
import { DIR, IOREQ_FIELDS } from './ioreq-state.js';
import { allBytes, bytes, list, record } from './record.js';

const U32 = whole(0xffff_ffff);
/** As long as the longest operand. */
const BUFFER_BYTES = 64;

const IO = record({
  request: record(IOREQ_FIELDS),
  completion: choice(['none', 'mmio', 'pio'] as const),
  suspended: flag,
  mmioCache: list(
    record({
      gla: address,
      dir: DIR,
      size: whole(BUFFER_BYTES),
      buffer: bytes(BUFFER_BYTES),
    }),
  ),
  mmioRetry: flag,
  instruction: orNull(allBytes),
  reexecutions: whole(),
});

export const VCPU = record({
  spuriousMisconfig: flag,
  blockedInXen: orNull(record({ ioservid: whole(0xffff), port: whole() })),
  pauseCount: whole(),
  isDown: flag,
  deferShutdown: flag,
  pausedForShutdown: flag,
  mapcacheInvalidate: flag,
  injectedEvent: orNull(
    record({ vector: U32, type: U32, errorCode: U32, insnLength: U32, cr2: bits(64) }),
  ),
  nmiPending: flag,
  upcallVector: whole(0xff),
  upcallPending: flag,
  io: orNull(IO),
  access: orNull(ACCESS),
});

export type SavedVcpu = ValueOf<typeof VCPU>;

export function saveVcpu(vcpu: Vcpu): SavedVcpu {
  const { spuriousMisconfig, blockedInXen, pauseCount, deferShutdown, pausedForShutdown } = vcpu;
  const { isDown } = vcpu;
  const { mapcacheInvalidate, injectedEvent, nmiPending, upcallVector, upcallPending } = vcpu;
  return {
    ...{ spuriousMisconfig, blockedInXen, pauseCount, deferShutdown, pausedForShutdown, isDown },
    ...{ mapcacheInvalidate, injectedEvent, nmiPending, upcallVector, upcallPending },
    io: vcpu.hasIo ? vcpu.io : undefined,
    access: vcpu.access instanceof Access ? saveAccess(vcpu.access) : undefined,
  };
}

/** Its access is made by whoever knows its domain. */
export function restoreVcpu(vcpu: Vcpu, { io, access: _, ...rest }: SavedVcpu): void {
  Object.assign(vcpu, rest);
  if (io !== undefined) Object.assign(vcpu.io, io);
}
