/**
 * Xen's copies to and from guest memory, by guest-physical address.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, __hvm_copy(). What an instruction has read is remembered until
 * it is done, so that emulating it again after an answer sees the same.
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import { isDiscardWrite, P2MT } from '../../abi/p2m-type.js';
import type { Access } from '../access.js';
import { readBytes, slice, words, writeBytes } from '../guest-bytes.js';
import { isFailure, type Failure } from './emulation.js';
import { guestPage } from './guest-page.js';

/** Nothing, or no RAM, is at the address. */
export const NO_RAM = 'no_ram';
export type NoRam = typeof NO_RAM;

/** Read `bytes` at a guest-physical address, across pages if need be. */
export function copyFromGuest(
  access: Access,
  gpa: number,
  bytes: number,
): bigint | Failure | NoRam {
  let value = 0n;
  for (let done = 0; done < bytes;) {
    const at = gpa + done;
    const count = Math.min(bytes - done, PAGE_SIZE - (at % PAGE_SIZE));
    const page = guestPage(access.domain, at);
    if (page === undefined) return NO_RAM;
    if (isFailure(page)) return page;
    value |= cached(access, page.mfn, at, count) << BigInt(8 * done);
    done += count;
  }
  return value;
}

/** Write to guest memory; dropped where the type discards writes. */
export function copyToGuest(
  access: Access,
  gpa: number,
  bytes: number,
  value: bigint,
): undefined | Failure | NoRam {
  for (let done = 0; done < bytes;) {
    const at = gpa + done;
    const count = Math.min(bytes - done, PAGE_SIZE - (at % PAGE_SIZE));
    const page = guestPage(access.domain, at);
    if (page === undefined) return NO_RAM;
    if (isFailure(page)) return page;
    if (page.type === P2MT.ioreq_server) return NO_RAM;
    writePage(access, page.mfn, page.type, at, count, slice(value, done, count));
    done += count;
  }
  return undefined;
}

function writePage(
  { domain, recorder }: Access,
  mfn: number,
  type: number,
  gpa: number,
  bytes: number,
  value: bigint,
): void {
  const dropped = isDiscardWrite(type);
  recorder?.record(dropped ? 'write_discarded' : 'guest_memory', bytes, gpa, 0, ...words(value));
  if (dropped) return;
  writeBytes(domain.machine, mfn, gpa % PAGE_SIZE, bytes, value);
  domain.p2m.logDirty.mark(Math.floor(gpa / PAGE_SIZE));
}

function cached(access: Access, mfn: number, gpa: number, bytes: number): bigint {
  const key = `${gpa}/${bytes}`;
  const known = access.readCache.get(key);
  if (known !== undefined) return known;
  const value = readBytes(access.domain.machine, mfn, gpa % PAGE_SIZE, bytes);
  access.recorder?.record('guest_memory', bytes, gpa, 1, ...words(value));
  access.readCache.set(key, value);
  return value;
}
