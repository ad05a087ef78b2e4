/** A domain's memory in a snapshot; its tables stand with all the others of the host (`table-state.ts`). */

import type { P2mAccess } from '../abi/p2m-access.js';
import type { DomainMemory } from '../domain-memory.js';
import { DELETE_PIN } from '../ept/pinned-cacheattr.js';
import type { Mtrr } from '../ept/mtrr.js';
import { address, bits, flag, orNull, whole, type ValueOf } from './field.js';
import { bytes, frameRanges, list, pair, record } from './record.js';

/** As many as `PageBitmap` keeps in a piece, eight a byte. */
const PIECE_BYTES = 4096;

const MTRR = record({
  enabled: flag,
  fixedEnabled: flag,
  defaultType: whole(0xff),
  fixed: bytes(88),
  variable: list(record({ base: bits(64), mask: bits(64) }), 8),
});

export const MEMORY = record({
  frames: frameRanges,
  pages: whole(),
  root: whole(),
  pool: record({ available: orNull(whole()), allocated: whole(), released: whole() }),
  defaultAccess: whole(15),
  maxMappedGfn: address,
  ioreqEntries: whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  forgottenIoreqEntries: whole(),
  foreignReferences: whole(),
  flushes: whole(),
  ioreqWritesForwarded: flag,
  claim: record({ owner: orNull(whole(0xffff)), flags: whole() }),
  logDirty: record({
    enabled: flag,
    global: flag,
    ranges: frameRanges,
    vram: orNull(record({ first: address, nr: whole() })),
    marked: whole(),
    lastMarked: orNull(address),
    bitmap: orNull(
      record({
        pieces: list(record({ number: whole(), bits: bytes(PIECE_BYTES) })),
        count: whole(),
      }),
    ),
  }),
  pod: record({
    superpages: list(address),
    singles: list(address),
    entryCount: whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    cached: whole(),
  }),
  memoryTypes: record({
    cacheFlushPermitted: flag,
    mmioReadonly: frameRanges,
    pinned: list(record({ first: address, last: address, type: whole(DELETE_PIN) })),
    guestMtrr: orNull(MTRR),
    hostMtrr: orNull(MTRR),
  }),
  shared: record({
    sharedInfo: orNull(address),
    grants: list(pair(whole(), address)),
    gfns: list(pair(address, address)),
  }),
});

type Saved = ValueOf<typeof MEMORY>;

export function saveMemory(memory: DomainMemory): Saved {
  const { tables, claim, logDirty, pod, memoryTypes } = memory.p2m;
  const { root, pool, defaultAccess, maxMappedGfn } = tables;
  const { ioreqEntries, forgottenIoreqEntries, foreignReferences, flushes, permissions } = tables;
  const { enabled, global, ranges, vram, marked, lastMarked } = logDirty;
  const { available, allocated, released } = pool;
  return {
    ...memory.save(),
    ...{ root, defaultAccess, maxMappedGfn, ioreqEntries, forgottenIoreqEntries },
    ...{ foreignReferences, flushes },
    pool: { available: available === Infinity ? undefined : available, allocated, released },
    ioreqWritesForwarded: permissions.ioreqWritesForwarded,
    claim: claim.save(),
    logDirty: {
      ...{ enabled, global, vram, marked, lastMarked },
      ranges: [...ranges],
      bitmap: logDirty.hasBitmap ? logDirty.bitmap.save() : undefined,
    },
    pod: pod.save(),
    memoryTypes: {
      cacheFlushPermitted: memoryTypes.cacheFlushPermitted,
      mmioReadonly: [...memoryTypes.mmioReadonly],
      pinned: [...memoryTypes.pinned.save()],
      ...memoryTypes.save(),
    },
    shared: memory.shared.save(),
  };
}

export function restoreMemory(memory: DomainMemory, saved: Saved): void {
  const { tables, claim, logDirty, pod, memoryTypes } = memory.p2m;
  const { defaultAccess, maxMappedGfn, ioreqEntries, forgottenIoreqEntries } = saved;
  const { foreignReferences, flushes } = saved;
  memory.restore(saved);
  tables.root = saved.root;
  Object.assign(tables, { maxMappedGfn, ioreqEntries, forgottenIoreqEntries });
  Object.assign(tables, { foreignReferences, flushes });
  tables.defaultAccess = defaultAccess as P2mAccess;
  const { available = Infinity, allocated, released } = saved.pool;
  Object.assign(tables.pool, { available, allocated, released });
  claim.restore(saved.claim);
  tables.permissions.ioreqWritesForwarded = saved.ioreqWritesForwarded;

  const { ranges, bitmap, ...rest } = saved.logDirty;
  Object.assign(logDirty, rest);
  logDirty.ranges.restore(ranges);
  if (bitmap !== undefined) logDirty.bitmap.restore(bitmap);
  pod.restore(saved.pod);

  const types = saved.memoryTypes;
  memoryTypes.cacheFlushPermitted = types.cacheFlushPermitted;
  memoryTypes.mmioReadonly.restore(types.mmioReadonly);
  memoryTypes.pinned.restore(types.pinned);
  if (types.guestMtrr !== undefined) restoreMtrr(memoryTypes.guestMtrr, types.guestMtrr);
  if (types.hostMtrr !== undefined) restoreMtrr(memoryTypes.hostMtrr, types.hostMtrr);
  memory.shared.restore(saved.shared as ReturnType<typeof memory.shared.save>);
}

function restoreMtrr(mtrr: Mtrr, { fixed, variable, ...rest }: ValueOf<typeof MTRR>): void {
  Object.assign(mtrr, rest);
  mtrr.fixed.set(fixed);
  mtrr.variable.splice(0, mtrr.variable.length, ...variable);
}
