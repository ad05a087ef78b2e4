/**
 * Linear addresses as Xen translates them while it emulates, with the guest's own tables; and the
 * one translation that it remembers, because hardware or an earlier step has told it.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_linear_to_phys(), known_gla(),
 * latch_linear_to_phys(); xen/arch/x86/mm/hap/guest_walk.c.
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import type { Access } from '../access.js';
import { readBytes, writeBytes } from '../guest-bytes.js';
import { walkGuestTables, type TableMemory } from '../guest-paging.js';
import type { Gla } from '../instructions/effect.js';
import type { Stop } from '../stop.js';
import { READ, WRITE } from '../through-ept.js';
import { isFailure, UNHANDLEABLE, type Failure } from './emulation.js';
import { guestPage } from './guest-page.js';

export const pageOf = (address: number): number => Math.floor(address / PAGE_SIZE) * PAGE_SIZE;
export const offsetIn = (address: number): number => address - pageOf(address);

export function toPhysical(access: Access, gla: Gla, writes: boolean): number | Failure {
  if (access.cpu.cr3 === undefined) return gla + access.distance;
  const wanted = writes ? WRITE : READ;
  const result = walkGuestTables(access.cpu, gla, wanted, xenTables(access));
  if (typeof result === 'number') return result;
  if (result.kind === 'exception') return { failure: 'exception', exception: result.exception };
  return UNHANDLEABLE;
}

/** Elements from `gla` on that lie in consecutive guest-physical memory, and where it begins. */
export function contiguous(
  access: Access,
  gla: Gla,
  { bytes, reps, backwards, writes }: Stretch,
): { gpa: number; reps: number } | Failure {
  const gpa = toPhysical(access, gla, writes);
  if (typeof gpa !== 'number') return gpa;
  if (access.cpu.cr3 === undefined) return { gpa, reps };

  const reverse = backwards && reps > 1;
  const step = reverse ? -PAGE_SIZE : PAGE_SIZE;
  let done = reverse ? bytes + offsetIn(gla) : PAGE_SIZE - offsetIn(gla);
  for (let page = 1; done < reps * bytes; page++) {
    const next = toPhysical(access, gla + page * step, writes);
    if (typeof next !== 'number' || pageOf(next) !== pageOf(gpa) + page * step) {
      const whole = Math.floor(done / bytes);
      if (whole > 0) return { gpa, reps: whole };
      return typeof next === 'number' ? UNHANDLEABLE : next;
    }
    done += PAGE_SIZE;
  }
  return { gpa, reps };
}

export interface Stretch {
  readonly bytes: number;
  readonly reps: number;
  readonly backwards: boolean;
  readonly writes: boolean;
}

/** The remembered translation, if it covers an access of that kind. */
export function knownGpa(
  { latched }: Access,
  gla: Gla,
  bytes: number,
  writes: boolean,
): number | undefined {
  if (latched === undefined || !(writes ? latched.write : latched.read)) return undefined;
  if (latched.page !== pageOf(gla) || offsetIn(gla) + bytes > PAGE_SIZE) return undefined;
  return latched.gfn * PAGE_SIZE + offsetIn(gla);
}

/** Remember a translation unless one is remembered already. */
export function latch(access: Access, gla: Gla, gpa: number, writes: boolean): void {
  access.latched ??= {
    page: pageOf(gla),
    gfn: Math.floor(gpa / PAGE_SIZE),
    read: true,
    write: writes,
  };
}

/** Guest tables as Xen maps them: RAM, or the walk fails. */
function xenTables(access: Access): TableMemory {
  const { domain } = access;
  const noTable: Stop = { kind: 'halt' };
  let mfn = 0;
  return {
    read(gpa) {
      const page = guestPage(domain, gpa);
      if (page === undefined || isFailure(page)) return noTable;
      mfn = page.mfn;
      return readBytes(domain.machine, mfn, gpa % PAGE_SIZE, 8);
    },
    write(gpa, entry) {
      writeBytes(domain.machine, mfn, gpa % PAGE_SIZE, 8, entry);
      return undefined;
    },
  };
}
