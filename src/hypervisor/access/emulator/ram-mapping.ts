/**
 * Operands that Xen's emulator maps, so as to change them at once: all of it RAM that may be
 * written, or not at all.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_map_linear_addr(), hvmemul_unmap_linear_addr().
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import { isDiscardWrite, P2MT } from '../../abi/p2m-type.js';
import type { Access } from '../access.js';
import { readBytes, slice, writeBytes } from '../guest-bytes.js';
import type { Gla } from '../instructions/effect.js';
import { isFailure, type Failure } from './emulation.js';
import { guestPage } from './guest-page.js';
import { offsetIn, toPhysical } from './linear-address.js';

interface Piece {
  readonly gfn: number;
  readonly mfn: number;
  readonly offset: number;
  readonly bytes: number;
}

/** RAM page by page; or what stands in the way of mapping it. */
export type Mapping = readonly Piece[] | 'mmio' | 'discard';

/** The first page that is no ordinary RAM decides. */
export function mapRam(access: Access, gla: Gla, bytes: number): Mapping | Failure {
  const pieces: Piece[] = [];
  for (let done = 0; done < bytes;) {
    const at = gla + done;
    const count = Math.min(bytes - done, PAGE_SIZE - offsetIn(at));
    const gpa = toPhysical(access, at, true);
    if (isFailure(gpa)) return gpa;
    const page = guestPage(access.domain, gpa);
    if (isFailure(page)) return page;
    if (page === undefined || page.type === P2MT.ioreq_server) return 'mmio';
    if (isDiscardWrite(page.type)) {
      access.recorder?.record('write_discarded', count, gpa);
      return 'discard';
    }
    pieces.push({ gfn: page.gfn, mfn: page.mfn, offset: gpa % PAGE_SIZE, bytes: count });
    done += count;
  }
  return pieces;
}

export function readMapping({ domain }: Access, mapping: readonly Piece[]): bigint {
  let value = 0n;
  let done = 0;
  for (const { mfn, offset, bytes } of mapping) {
    value |= readBytes(domain.machine, mfn, offset, bytes) << BigInt(8 * done);
    done += bytes;
  }
  return value;
}

export function writeMapping(access: Access, mapping: readonly Piece[], value: bigint): void {
  let done = 0;
  for (const { mfn, offset, bytes } of mapping) {
    writeBytes(access.domain.machine, mfn, offset, bytes, slice(value, done, bytes));
    done += bytes;
  }
  markDirty(access, mapping);
}

function markDirty({ domain, recorder }: Access, mapping: readonly Piece[]): void {
  for (const { gfn, offset, bytes } of mapping) {
    recorder?.record('guest_memory', bytes, gfn * PAGE_SIZE + offset);
    domain.p2m.logDirty.mark(gfn);
  }
}
