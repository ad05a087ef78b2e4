/** A step of the guest: what memory holds before it, what the device model does, what comes of it. */

import { holdVcpu, releaseVcpu, runStub, startAccess, type Access } from './access.js';
import { NO_RAM } from './exceptions.js';
import { entryFor } from './guest-tables.js';
import { fromHex, toHex } from './hex.js';
import { memTypeOf } from './hypercalls.js';
import { RFLAGS_MASK, SNIPPET } from './layout.js';
import { PAGE_SIZE, pageAround } from './page-pattern.js';
import type { RecordedWorld } from './recorded-world.js';
import type { GuestStep, RecordedBufioreq, Step } from './recording.js';
import { catchUp, isRingKept } from './ring-pointers.js';
import { serve } from './serve.js';
import { SHARED_PAGES } from './shared-pages.js';
import { putOtherPort, putState, SLOT_STATES } from './slot.js';

/** What a replayed step shows, by the recording's names. */
export type Observed = Readonly<Record<string, unknown>>;

export async function playGuestStep(
  world: RecordedWorld,
  step: GuestStep,
  following: readonly Step[] = [],
): Promise<Observed> {
  if (isRingKept(world)) await catchUp(world, step.label, following);
  if (step.ioreqs.some(({ answered }) => answered === false)) await world.transport.release?.();
  if (step.op === 'guest') await begin(world, step);
  else await releaseVcpu(world);
  const { access, ioreqs } = await serve(world, step);
  if (access.outcome === 'pending') await holdVcpu(world);
  return {
    ...describe(access),
    ioreqs: step.ioreqs_truncated === true ? ioreqs.slice(0, step.ioreqs.length) : ioreqs,
    ioreqs_total: ioreqs.length,
    bufioreqs: isRingKept(world) ? [] : await drain(world),
    mem: await readWatched(world, step),
    ...(step.type_after !== undefined && { type_after: await typeAfter(world, step) }),
  };
}

async function begin(world: RecordedWorld, step: GuestStep): Promise<void> {
  for (const { gpa, before } of step.mem) {
    const watched = { gpa: Number(gpa), bytes: fromHex(before) };
    await world.writeRam(pageAround(watched) ?? watched);
  }
  if (world.isPaged) {
    const entry = entryFor(step);
    if (entry !== undefined) await world.writeRam(entry);
  }
  await disturb(world, step);
  if (world.isLogDirty) await runStub(world);
  await startAccess(world, step);
}

/** What a label says that the device model has written into the slot of server A before. */
async function disturb(world: RecordedWorld, { label }: GuestStep): Promise<void> {
  const stale = /^slot state was (\w+) before/.exec(label)?.[1];
  if (stale !== undefined)
    await putState(world, world.servers.idOf('A'), SLOT_STATES.indexOf(stale));
  if (/vp_eport.* before/.test(label)) await putOtherPort(world, world.servers.idOf('A'));
}

/** What is in the buffered rings, those of the first servers first. */
async function drain(world: RecordedWorld): Promise<RecordedBufioreq[]> {
  // Exchange would also take what is held back.
  const transport = world.held === undefined ? world.transport : SHARED_PAGES;
  const slots = [];
  for (const id of world.servers.buffering) slots.push(...(await transport.drain(world, id)));
  return slots;
}

async function readWatched(world: RecordedWorld, { mem }: GuestStep) {
  const watched = [];
  for (const { gpa, after } of mem) {
    const bytes = await world.readRam(Number(gpa), after.length / 2);
    watched.push({ gpa, after: bytes === undefined ? NO_RAM : toHex(bytes) });
  }
  return watched;
}

const typeAfter = (world: RecordedWorld, { regs_in }: GuestStep): Promise<string> =>
  memTypeOf(world, Number(BigInt(regs_in['rdi'] ?? 0) / BigInt(PAGE_SIZE)));

function describe({ outcome, exception, regs }: Access): Observed {
  const rip_off = Number(BigInt(regs['rip'] ?? 0) - SNIPPET);
  if (outcome === 'pending') return { completed: false, vcpu: { ...regs, rip_off } };
  const { vector, error = 0, cr2 = '0x0' } = exception ?? {};
  return {
    completed: outcome === 'completed' || outcome === 'injected' || outcome,
    exception: exception ? { vector, error: hex(error), rip_off, cr2 } : null,
    regs_out: {
      ...regs,
      rflags: hex(BigInt(regs['rflags'] ?? 0) & RFLAGS_MASK),
      xmm0: bytesOf(BigInt(regs['xmm0'] ?? 0)),
    },
  };
}

const hex = (value: bigint | number) => `0x${value.toString(16)}`;

/** A vector register byte by byte. */
const bytesOf = (value: bigint): string =>
  toHex(fromHex(value.toString(16).padStart(32, '0')).reverse());
