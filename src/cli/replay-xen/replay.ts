/** Plays a scenario step by step against a machine and compares all that was recorded. */

import { answerTo, elementsOf } from './device-model.js';
import { NOT_PRESENT, READ_ONLY, remapped, type Bytes } from './guest-tables.js';
import type { Machine } from './machine.js';
import { isGuestStep, type GuestStep, type RecordedIoreq, type Step } from './recording.js';
import { fromHex, pageLike, toHex } from './world.js';

const PAGE_SIZE = 4096;
/** Requests that a recording lists of a guest that never comes to an end. */
const LISTED = 48;

export interface Difference {
  readonly step: Step;
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Replay {
  readonly steps: number;
  readonly skipped: readonly Step[];
  readonly differences: readonly Difference[];
}

export async function replayScenario(
  machine: Machine,
  scenario: string,
  steps: readonly Step[],
): Promise<Replay> {
  const skipped: Step[] = [];
  const differences: Difference[] = [];
  await machine.reset(scenario);
  for (const step of steps) {
    if (step.op === 'note') {
      if (/domain recreated/.test(JSON.stringify(step))) await machine.reset(scenario);
      continue;
    }
    const differs = (what: string, expected: unknown, actual: unknown) => {
      if (JSON.stringify(expected) === JSON.stringify(actual)) return;
      differences.push({ step, what, expected, actual });
    };
    const state = SLOT_STATES[`${scenario} ${step.step}`];
    if (state !== undefined) await machine.setSlotState(0, state);
    if (isGuestStep(step)) await replayGuest(machine, step, differs);
    else if (step.op === 'dm_answers') await answerLate(machine, step, differs);
    else if (step.op === 'dm_notifies') await machine.notify(0);
    else await replayCall(machine, step, differs, skipped);
  }
  return { steps: steps.length, skipped, differences };
}

type Differs = (what: string, expected: unknown, actual: unknown) => void;

/** States that the recorded device model put into vcpu 0's slot just before a step, by its label. */
const SLOT_STATES: Readonly<Record<string, number>> = {
  'l_bad_state_inprocess 6': 2,
  'l_bad_state_none 6': 0,
  'l_stale_state_before_send 5': 3,
};

/** Entries of the guest's page tables that were changed before a step, by its label. */
const REMAPPED: Readonly<Record<string, Bytes>> = {
  'g_paged_scattered 35': remapped(2, READ_ONLY),
  'g_paged_scattered 36': remapped(6, NOT_PRESENT),
};

/** The device model answers a request that it has held back, with or without telling the vcpu. */
async function answerLate(machine: Machine, { args }: Step, differs: Differs): Promise<void> {
  const held = machine.held;
  if (!held) throw new Error('no request has been held back');
  const value = held.dir === 'read' ? answerTo(held) : undefined;
  const found = await machine.answerLate(held, value, args?.notify === true);
  differs('state_found', args?.state_found, found);
}

async function replayCall(
  machine: Machine,
  step: Step,
  differs: Differs,
  skipped: Step[],
): Promise<void> {
  const result = await machine.call(step);
  if (!result) {
    skipped.push(step);
    return;
  }
  differs('ret', step.ret, result.ret);
  differs('errno', step.errno ?? null, result.errno);
  for (const [field, value] of Object.entries(step.out ?? {}))
    if (result.out && field in result.out) differs(`out.${field}`, value, result.out[field]);
}

async function replayGuest(machine: Machine, step: GuestStep, differs: Differs): Promise<void> {
  if (step.op === 'guest') {
    await fillMemory(machine, step);
    const remap = REMAPPED[`${step.scenario} ${step.step}`];
    if (remap) await machine.writeRam(remap.gpa, remap.bytes);
    await machine.startGuest(step);
  } else await machine.continueGuest();

  const ioreqs = await serve(machine, step);
  const guest = await machine.guest();
  differs('completed', step.completed, guest.completed);
  for (const [index, expected] of step.ioreqs.entries())
    differs(`ioreqs[${index}]`, shown(expected), shown(ioreqs[index]));
  if (!step.ioreqs_truncated) differs('ioreqs.length', step.ioreqs.length, ioreqs.length);
  if (step.ioreqs_total !== undefined) differs('ioreqs_total', step.ioreqs_total, ioreqs.length);
  const isSkipped = (path: string) => step.nondeterministic?.includes(path) === true;
  if (step.completed) {
    differs('exception', exceptionOf(step.exception), guest.exception);
    if (step.exception) differs('exception.rip_off', step.exception.rip_off, guest.ripOffset);
    for (const [name, value] of Object.entries(step.regs_out ?? {}))
      if (!isSkipped(`/regs_out/${name}`)) differs(name, value, guest.regs[name]);
  } else if (step.vcpu) differs('vcpu.rip_off', step.vcpu.rip_off, guest.ripOffset);
  for (const { gpa, after } of step.mem) {
    // The recorder kept its own mapping of pages that were taken from the guest; we cannot look there.
    const bytes = await machine.readRam(Number(gpa), after.length / 2);
    if (bytes) differs(`mem ${gpa}`, after, toHex(bytes));
  }
  const buffered = await machine.takeBuffered();
  differs('bufioreqs', step.bufioreqs, buffered);
  if (step.type_after !== undefined) {
    const gfn = Math.floor(Number(BigInt(step.regs_in.rdi ?? '0')) / PAGE_SIZE);
    differs('type_after', step.type_after, await machine.typeOf(gfn));
  }
}

/** The watched bytes, and the whole page where they are part of its pattern. */
async function fillMemory(machine: Machine, { mem }: GuestStep): Promise<void> {
  for (const { gpa, before } of mem) {
    const bytes = fromHex(before);
    const page = pageLike(Number(gpa), bytes);
    const start = Math.floor(Number(gpa) / PAGE_SIZE) * PAGE_SIZE;
    if (page) await machine.writeRam(start, page);
  }
  for (const { gpa, before } of mem) await machine.writeRam(Number(gpa), fromHex(before));
}

/** Answer what the recorded device model answered; returns the requests in their order. */
async function serve(machine: Machine, step: GuestStep): Promise<RecordedIoreq[]> {
  const seen: RecordedIoreq[] = [];
  for (;;) {
    const requests = await machine.takeRequests();
    if (requests.length === 0) return seen;
    for (const ioreq of requests) {
      const recorded = step.ioreqs[seen.length];
      seen.push(ioreq);
      if (recorded?.answered === false) {
        machine.held = ioreq;
        continue;
      }
      if (step.livelock === true && seen.length >= LISTED) return seen;
      if (ioreq.data_is_ptr === 1 && ioreq.dir === 'read')
        for (const { gpa, value } of elementsOf(ioreq)) await machine.writeRam(gpa, value);
      const isRead = ioreq.dir === 'read' && ioreq.data_is_ptr === 0;
      await machine.answer(ioreq, isRead ? answerTo(ioreq) : undefined);
    }
  }
}

const shown = (ioreq: RecordedIoreq | undefined) =>
  ioreq && [
    ioreq.srv,
    ioreq.id,
    ioreq.type,
    ioreq.dir,
    ioreq.addr,
    ioreq.size,
    ioreq.count,
    ioreq.df,
    ioreq.data_is_ptr,
    ioreq.data,
  ];

const exceptionOf = (exception: GuestStep['exception']) =>
  exception ? { vector: exception.vector, error: exception.error, cr2: exception.cr2 } : null;
