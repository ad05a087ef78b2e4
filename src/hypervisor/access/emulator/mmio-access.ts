/**
 * A memory operand outside of RAM: cut at page borders and into powers of two of at most eight
 * bytes, one request each, and each remembered once it is answered.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_linear_mmio_access(), hvmemul_phys_mmio_access().
 */

import { IOREQ_DIR, type IoreqDir } from '../../abi/ioreq.js';
import type { Task } from '../../schedule/task.js';
import type { MmioCacheEntry } from '../../vcpu.js';
import type { Access } from '../access.js';
import { putAt, slice, valueAt } from '../guest-bytes.js';
import type { Gla } from '../instructions/effect.js';
import { doIo, type IoRequest } from './do-io.js';
import { isFailure, UNHANDLEABLE, type Failure } from './emulation.js';
import { latch, toPhysical } from './linear-address.js';
import { cacheEntry } from './mmio-cache.js';

const MAX_CHUNK = 8;

/** An operand within one page. `known` is where it lies, if that is remembered. */
export function* mmioRead(
  access: Access,
  gla: Gla,
  bytes: number,
  known: number | undefined,
): Task<bigint | Failure> {
  const entry = cacheEntry(access, gla, IOREQ_DIR.read);
  if (entry === undefined) return UNHANDLEABLE;
  const failure = yield* chunks(access, gla, bytes, known, entry, 0n);
  return failure ?? valueAt(entry.buffer, 0, bytes);
}

export function* mmioWrite(
  access: Access,
  gla: Gla,
  bytes: number,
  value: bigint,
  known: number | undefined,
): Task<undefined | Failure> {
  const entry = cacheEntry(access, gla, IOREQ_DIR.write);
  if (entry === undefined) return UNHANDLEABLE;
  return yield* chunks(access, gla, bytes, known, entry, value);
}

function* chunks(
  access: Access,
  gla: Gla,
  bytes: number,
  known: number | undefined,
  entry: MmioCacheEntry,
  value: bigint,
): Task<undefined | Failure> {
  const gpa = known ?? translate(access, gla, entry.dir);
  if (typeof gpa !== 'number') return gpa;
  for (let offset = 0; offset < bytes;) {
    const chunk = chunkOf(bytes - offset);
    if (offset >= entry.size) {
      const data = slice(value, offset, chunk);
      const answer = yield* doIo(access, requestOf(gpa + offset, chunk, entry.dir, data));
      if (isFailure(answer)) return answer;
      putAt(entry.buffer, offset, chunk, entry.dir === IOREQ_DIR.read ? answer.data : data);
      entry.size += chunk;
    } else if (differs(entry, offset, chunk, value)) {
      access.domain.crash('an instruction wrote another value when it was emulated again');
      return UNHANDLEABLE;
    }
    offset += chunk;
  }
  return undefined;
}

/** The largest power of two that fits. */
const chunkOf = (bytes: number): number => Math.min(MAX_CHUNK, 2 ** Math.floor(Math.log2(bytes)));

function translate(access: Access, gla: Gla, dir: IoreqDir): number | Failure {
  const writes = dir === IOREQ_DIR.write;
  const gpa = toPhysical(access, gla, writes);
  if (typeof gpa === 'number') latch(access, gla, gpa, writes);
  return gpa;
}

const requestOf = (addr: number, size: number, dir: IoreqDir, data: bigint): IoRequest => ({
  isMmio: true,
  addr,
  reps: 1,
  size,
  dir,
  df: false,
  ram: undefined,
  data,
});

const differs = (entry: MmioCacheEntry, offset: number, chunk: number, value: bigint): boolean =>
  entry.dir === IOREQ_DIR.write &&
  valueAt(entry.buffer, offset, chunk) !== slice(value, offset, chunk);
