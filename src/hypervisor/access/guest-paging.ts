/**
 * The guest's own paging: linear to guest-physical addresses by four levels of tables that lie in
 * guest memory, so that each look into them goes through the EPT itself. Without a CR3 linear
 * addresses are guest-physical ones, or lie at a fixed distance from them.
 *
 * Reference: SDM volume 3A, 4.5 (4-level paging), 4.7 (page-fault error codes), 4.8 (accessed and
 * dirty flags); volume 3C, 29.3.3.2: with EPT accessed and dirty flags on, looking into a guest
 * paging structure counts as writing to it; else only setting a flag in it does.
 */

import { PAGE_SIZE } from '../abi/frames.js';
import type { Access } from './access.js';
import { CR0_WP, type CpuState } from './cpu-state.js';
import { readBytes, writeBytes } from './guest-bytes.js';
import type { Gla } from './instructions/effect.js';
import { GP, type Exception } from './outcome.js';
import type { Stop } from './stop.js';
import { FETCH, READ, throughEpt, WRITE } from './through-ept.js';

const PRESENT = 1n << 0n;
const WRITABLE = 1n << 1n;
const ACCESSED = 1n << 5n;
const DIRTY = 1n << 6n;
const PAGE_SIZE_BIT = 1n << 7n;
const NO_EXECUTE = 1n << 63n;
const FRAME_MASK = 0xf_ffff_ffff_f000n;

const TOP = 3;
const GPA_LIMIT = 2 ** 52;

/** Bits of a page fault's error code. */
const ERROR = { PRESENT: 1, WRITE: 2, FETCH: 16 } as const;

/** Reads an entry, and puts the last one back with its accessed or dirty flag set. */
export interface TableMemory {
  read(gpa: number): bigint | Stop;
  write(gpa: number, entry: bigint): Stop | undefined;
}

/** The processor's translation of an address, for the kinds of access in `wanted`. */
export function translateLinear(access: Access, gla: Gla, wanted: number): number | Stop {
  const { cpu, distance } = access;
  if (cpu.cr3 === undefined) {
    const gpa = gla + distance;
    return gpa >= 0 && gpa < GPA_LIMIT ? gpa : { kind: 'exception', exception: GP };
  }
  return walkGuestTables(cpu, gla, wanted, hardwareTables(access, gla));
}

/** Walk the tables that CR3 points to; a page fault where they do not permit the access. */
export function walkGuestTables(
  cpu: CpuState,
  gla: Gla,
  wanted: number,
  tables: TableMemory,
): number | Stop {
  const address = BigInt.asUintN(64, BigInt(gla));
  let table = (cpu.cr3 ?? 0n) & FRAME_MASK;
  let writable = true;
  for (let level = TOP; ; level--) {
    const span = BigInt(12 + 9 * level);
    const entryGpa = Number(table + ((address >> span) & 511n) * 8n);
    const entry = tables.read(entryGpa);
    if (typeof entry === 'object') return entry;
    if ((entry & PRESENT) === 0n) return pageFault(gla, wanted, 0);
    writable &&= (entry & WRITABLE) !== 0n;
    if ((wanted & FETCH) !== 0 && (entry & NO_EXECUTE) !== 0n)
      return pageFault(gla, wanted, ERROR.PRESENT);

    const isLeaf = level === 0 || ((entry & PAGE_SIZE_BIT) !== 0n && level < TOP);
    const writes = (wanted & WRITE) !== 0;
    if (isLeaf && writes && !writable && (cpu.cr0 & CR0_WP) !== 0)
      return pageFault(gla, wanted, ERROR.PRESENT);
    const used = entry | ACCESSED | (isLeaf && writes ? DIRTY : 0n);
    const stop = used === entry ? undefined : tables.write(entryGpa, used);
    if (stop !== undefined) return stop;
    if (isLeaf) {
      const within = (1n << span) - 1n;
      return Number((entry & FRAME_MASK & ~within) | (address & within));
    }
    table = entry & FRAME_MASK;
  }
}

function hardwareTables(access: Access, gla: Gla): TableMemory {
  const { machine, p2m } = access.domain;
  const { adBits } = p2m.features;
  const look = (gpa: number, wanted: number) =>
    throughEpt(access, gpa, wanted, gla, 'in_paging_structure');
  let mfn: number | Stop = 0;
  return {
    read(gpa) {
      mfn = look(gpa, adBits ? READ | WRITE : READ);
      return typeof mfn === 'object' ? mfn : readBytes(machine, mfn, gpa % PAGE_SIZE, 8);
    },
    write(gpa, entry) {
      if (!adBits) mfn = look(gpa, READ | WRITE);
      if (typeof mfn === 'object') return mfn;
      writeBytes(machine, mfn, gpa % PAGE_SIZE, 8, entry);
      return undefined;
    },
  };
}

function pageFault(gla: Gla, wanted: number, present: number): Stop {
  const error =
    present |
    ((wanted & WRITE) !== 0 ? ERROR.WRITE : 0) |
    ((wanted & FETCH) !== 0 ? ERROR.FETCH : 0);
  const exception: Exception = { vector: 14, error, cr2: BigInt.asUintN(64, BigInt(gla)) };
  return { kind: 'exception', exception };
}
