/**
 * Memory operands as Xen's emulator reads and writes them: guest RAM where there is some, and
 * where there is none, or where an earlier emulation has found none, memory-mapped I/O.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, linear_read(), linear_write(), hvmemul_write(),
 * hvmemul_rmw(), hvmemul_cmpxchg(), hvmemul_blk().
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import { IOREQ_DIR } from '../../abi/ioreq.js';
import type { Task } from '../../schedule/task.js';
import type { Access } from '../access.js';
import { slice, valueAt } from '../guest-bytes.js';
import type { Answer, Gla } from '../instructions/effect.js';
import { isFailure, UNHANDLEABLE, type Failure } from './emulation.js';
import { copyFromGuest, copyToGuest, NO_RAM } from './guest-copy.js';
import { knownGpa, offsetIn, toPhysical } from './linear-address.js';
import { findCached } from './mmio-cache.js';
import { mmioRead, mmioWrite } from './mmio-access.js';
import { mapRam, readMapping, writeMapping, type Mapping } from './ram-mapping.js';

/** Longest operand of a read-modify-write outside of RAM. */
const MAX_RMW_BYTES = 8;

export function* readLinear(access: Access, gla: Gla, bytes: number): Task<bigint | Failure> {
  const here = PAGE_SIZE - offsetIn(gla);
  if (bytes > here) {
    const low = yield* readLinear(access, gla, here);
    if (isFailure(low)) return low;
    const high = yield* readLinear(access, gla + here, bytes - here);
    return isFailure(high) ? high : low | (high << BigInt(8 * here));
  }
  if (triesRam(access, gla, bytes, false)) {
    const gpa = toPhysical(access, gla, false);
    if (isFailure(gpa)) return gpa;
    const value = copyFromGuest(access, gpa, bytes);
    if (value !== NO_RAM) return value;
  }
  return yield* mmioRead(access, gla, bytes, knownGpa(access, gla, bytes, false));
}

export function* writeLinear(
  access: Access,
  gla: Gla,
  bytes: number,
  value: bigint,
): Task<undefined | Failure> {
  const here = PAGE_SIZE - offsetIn(gla);
  if (bytes > here) {
    const failure = yield* writeLinear(access, gla, here, slice(value, 0, here));
    if (failure) return failure;
    const rest = bytes - here;
    return yield* writeLinear(access, gla + here, rest, slice(value, here, rest));
  }
  if (triesRam(access, gla, bytes, true)) {
    const gpa = toPhysical(access, gla, true);
    if (isFailure(gpa)) return gpa;
    const result = copyToGuest(access, gpa, bytes, value);
    if (result !== NO_RAM) return result;
  }
  return yield* mmioWrite(access, gla, bytes, value, knownGpa(access, gla, bytes, true));
}

/** A write: at once where all of it is RAM, dropped as a whole where a page of it takes no writes. */
export function* store(
  access: Access,
  gla: Gla,
  bytes: number,
  value: bigint,
): Task<undefined | Failure> {
  const mapping = mapForWriting(access, gla, bytes);
  if (isFailure(mapping)) return mapping;
  if (mapping === 'discard') return undefined;
  if (mapping === 'mmio') return yield* writeLinear(access, gla, bytes, value);
  writeMapping(access, mapping, value);
  return undefined;
}

export function* update(
  access: Access,
  gla: Gla,
  bytes: number,
  modify: (old: bigint) => bigint,
): Task<Answer | Failure> {
  const mapping = mapForWriting(access, gla, bytes);
  if (isFailure(mapping)) return mapping;
  if (mapping === 'discard') return undefined;
  if (mapping !== 'mmio') {
    const old = readMapping(access, mapping);
    writeMapping(access, mapping, modify(old));
    return old;
  }
  if (bytes > MAX_RMW_BYTES) return UNHANDLEABLE;
  const old = yield* readLinear(access, gla, bytes);
  if (isFailure(old)) return old;
  return (yield* writeLinear(access, gla, bytes, modify(old))) ?? old;
}

/** Where it cannot be done in place it is not atomic: the value was compared before, and is now written. */
export function* compareExchange(
  access: Access,
  gla: Gla,
  bytes: number,
  expected: bigint,
  replacement: bigint,
): Task<Answer | Failure> {
  const mapping = mapForWriting(access, gla, bytes);
  if (isFailure(mapping)) return mapping;
  if (mapping === 'discard') return undefined;
  if (mapping === 'mmio')
    return access.domain.profile.knobs.cmpxchg_tries_ram
      ? yield* writeLinear(access, gla, bytes, replacement)
      : yield* writeDevice(access, gla, bytes, replacement);
  const found = readMapping(access, mapping);
  if (found !== expected) return found;
  writeMapping(access, mapping, replacement);
  return undefined;
}

/** A write for which nobody looks whether RAM is there. */
function* writeDevice(
  access: Access,
  gla: Gla,
  bytes: number,
  value: bigint,
): Task<undefined | Failure> {
  const here = Math.min(bytes, PAGE_SIZE - offsetIn(gla));
  const known = knownGpa(access, gla, here, true);
  const failure = yield* mmioWrite(access, gla, here, slice(value, 0, here), known);
  if (failure || here === bytes) return failure;
  const rest = bytes - here;
  return yield* writeDevice(access, gla + here, rest, slice(value, here, rest));
}

/** Images have to lie in RAM. */
export function storeImage(access: Access, gla: Gla, image: Uint8Array): undefined | Failure {
  const mapping = mapRam(access, gla, image.length);
  if (isFailure(mapping)) return mapping;
  if (mapping === 'mmio') return UNHANDLEABLE;
  if (mapping !== 'discard') writeMapping(access, mapping, valueAt(image, 0, image.length));
  return undefined;
}

/** Whether guest memory is looked at before memory-mapped I/O is assumed. */
function triesRam(access: Access, gla: Gla, bytes: number, writes: boolean): boolean {
  const { knobs } = access.domain.profile;
  const entry = findCached(access, gla, writes ? IOREQ_DIR.write : IOREQ_DIR.read);
  if (entry) return knobs.pending_write_reaches_ram && entry.size === 0;
  return knobs.copy_before_mmio || knownGpa(access, gla, bytes, writes) === undefined;
}

function mapForWriting(access: Access, gla: Gla, bytes: number): Mapping | Failure {
  const isKnown = knownGpa(access, gla, bytes, true) !== undefined;
  return isKnown || !access.domain.profile.knobs.copy_before_mmio
    ? 'mmio'
    : mapRam(access, gla, bytes);
}
