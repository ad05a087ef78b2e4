/**
 * A guest access as the recordings made it: the CPU's walk, and Xen's two handlers, up to twelve
 * times. An access that Xen hands to its emulator ends there.
 */

import { toNpfec } from '../../hypervisor/access/npfec.js';
import { resolveViolation, type Fix } from '../../hypervisor/access/violation.js';
import { INVALID_MFN } from '../../hypervisor/abi/frames.js';
import { EptWalk, TRANSLATION, walkEpt } from '../../hypervisor/ept/ept-walk.js';
import { noteFirstWrite } from '../../hypervisor/p2m/dirty-tracking.js';
import { liftRestriction } from '../../hypervisor/p2m/mem-access.js';
import type { P2mEntry } from '../../hypervisor/p2m/p2m-lookup.js';
import type { RecordedWorld } from './recorded-world.js';

const MAX_TRIES = 12;
const WANTED: Readonly<Record<string, number>> = { r: 0b001, w: 0b010, x: 0b100, rw: 0b011 };
const RC = { done: 1, forwarded: 2, stillFaulting: 0, unresolved: -1, unhandled: -2 } as const;

type TrailStep = ['ok', number] | ['misconfig', number, 0 | 1] | ['violation', number, 0 | 1, Note];

type Note = '' | 'dirty' | 'forwarded' | 'crash';

export function cpuAccess(
  world: RecordedWorld,
  gfn: number,
  kind: string,
): { rc: number; trail: TrailStep[] } {
  const wanted = WANTED[kind] ?? 0;
  const trail: TrailStep[] = [];
  const walk = new EptWalk();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const met = walkEpt(world.p2m.tables, gfn, wanted, walk);
    if (met === TRANSLATION.hit) {
      trail.push(['ok', walk.level]);
      return { rc: RC.done, trail };
    }
    if (met === TRANSLATION.misconfig) {
      const handled = world.p2m.handleMisconfig(gfn, world.vcpu);
      trail.push(['misconfig', walk.level, handled ? 1 : 0]);
      if (!handled) return { rc: RC.unresolved, trail };
      continue;
    }
    const end = world.p2m.locked(() => handleViolation(world, gfn, wanted, walk, trail));
    if (end !== undefined) return { rc: end, trail };
  }
  return { rc: RC.stillFaulting, trail };
}

function handleViolation(
  world: RecordedWorld,
  gfn: number,
  wanted: number,
  walk: EptWalk,
  trail: TrailStep[],
): number | undefined {
  const { p2m } = world;
  const level = walk.level;
  const dirtyBefore = p2m.logDirty.marked;
  const crashesBefore = world.crashes;
  const entry = p2m.acquire(gfn);
  const verdict = resolveViolation({
    npfec: toNpfec(wanted | (walk.permissions << 3)),
    type: entry.type,
    access: entry.access,
    mapped: entry.mfn !== INVALID_MFN,
    order: entry.order,
    isMonitored: false,
    accessRequired: false,
  });
  if (verdict.action === 'retry' && verdict.fix !== undefined)
    apply(world, gfn, entry, verdict.fix);
  const crashed = world.crashes > crashesBefore;
  const dirtied = p2m.logDirty.marked > dirtyBefore;
  const note = noteOf(verdict.action === 'emulate', crashed, dirtied);
  trail.push(['violation', level, verdict.action === 'crash' ? 0 : 1, note]);
  if (verdict.action === 'emulate') return RC.forwarded;
  return verdict.action === 'crash' ? RC.unhandled : undefined;
}

function noteOf(forwarded: boolean, crashed: boolean, dirtied: boolean): Note {
  if (forwarded) return 'forwarded';
  if (crashed) return 'crash';
  return dirtied ? 'dirty' : '';
}

function apply({ p2m }: RecordedWorld, gfn: number, entry: P2mEntry, fix: Fix): void {
  if (fix === 'shatter') p2m.set(gfn, entry.mfn, 0, entry.type, entry.access);
  else if (fix === 'lift-restriction') liftRestriction(p2m, gfn);
  else noteFirstWrite(p2m, gfn);
}
