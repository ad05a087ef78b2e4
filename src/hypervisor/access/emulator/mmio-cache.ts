/**
 * What of the memory operands of an instruction has been done: a second emulation takes it from
 * here instead of doing it again.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_find_mmio_cache(): one entry for each linear
 * address and direction, and only so many of them.
 */

import type { IoreqDir } from '../../abi/ioreq.js';
import type { MmioCacheEntry } from '../../vcpu.js';
import type { Access } from '../access.js';
import type { Gla } from '../instructions/effect.js';

/** Longest operand. */
const BUFFER_BYTES = 64;

export const findCached = ({ vcpu }: Access, gla: Gla, dir: IoreqDir): MmioCacheEntry | undefined =>
  vcpu.io.mmioCache.find((entry) => entry.gla === gla && entry.dir === dir);

/** The entry for an operand, made if need be; `undefined` once all are in use. */
export function cacheEntry(access: Access, gla: Gla, dir: IoreqDir): MmioCacheEntry | undefined {
  const found = findCached(access, gla, dir);
  if (found) return found;
  const { mmioCache } = access.vcpu.io;
  if (mmioCache.length >= access.domain.profile.knobs.mmio_cache_entries) return undefined;
  const entry = { gla, dir, size: 0, buffer: new Uint8Array(BUFFER_BYTES) };
  mmioCache.push(entry);
  return entry;
}
