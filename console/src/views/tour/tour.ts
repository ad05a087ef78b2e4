/** The tour while it is taken: a host, how far it has come there, and what was answered on the way. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { loadExploreTable } from '../../parts/sequence/load-explore-table.js';
import { isAsExpected } from './holds.js';
import { playRace } from './play-race.js';
import type { Played } from './played.js';
import { deleteWhenLeft, makeScratchHost, scratchName, send } from './scratch-host.js';
import type { TourCall, TourStep } from './tour-step.js';

export interface Taken {
  readonly host: string;
  /** Steps that were played; the last of them is the one that is shown. */
  readonly at: number;
  /** The calls of that step. */
  readonly played: readonly Played[];
}

const state = signal<Taken | undefined>(undefined);
const problem = signal<string | undefined>(undefined);

/** Undefined: nobody takes it. */
export const taken: ReadonlySignal<Taken | undefined> = state;
export const tourError: ReadonlySignal<string | undefined> = problem;

const GONE = 410;

let wanted = 0;
let isUnderWay = false;
/** How far it has come; told only when it is where it is wanted. */
let current: Taken | undefined;

/** Plays up to step `nr`, counted from 1; from the beginning, on a host made anew, if it is over already. */
export async function showStep(steps: readonly TourStep[], nr: number): Promise<void> {
  wanted = Math.min(nr, steps.length);
  if (isUnderWay) return;
  isUnderWay = true;
  problem.value = undefined;
  try {
    while (wanted > 0 && current?.at !== wanted) await takeStep(steps);
  } catch (thrown) {
    problem.value = (thrown as Error).message;
  }
  state.value = current;
  isUnderWay = false;
}

async function takeStep(steps: readonly TourStep[]): Promise<void> {
  if (current === undefined || current.at > wanted) {
    await begin(current?.host);
    return;
  }
  const { host, at } = current;
  const step = steps[at];
  if (step === undefined) return;
  const played = await play(host, step, at + 1 === wanted);
  if (!isOn(host)) return; // One has left meanwhile.
  if (played.some(({ status }) => status === GONE)) {
    await begin(host);
    return;
  }
  current = { host, at: at + 1, played };
  if (played.some(({ isAsExpected: is }) => !is)) wanted = at + 1; // What follows would make no sense.
}

async function begin(former: string | undefined): Promise<void> {
  const host = former ?? scratchName();
  await makeScratchHost(host);
  current = { host, at: 0, played: [] };
  if (former === undefined) deleteWhenLeft(host, forget);
}

const isOn = (host: string) => current?.host === host;

function forget(): void {
  wanted = 0;
  current = undefined;
  state.value = undefined;
}

/** A race leaves nothing behind, so it is run only to be shown. */
async function play(host: string, { race, calls }: TourStep, isShown: boolean): Promise<Played[]> {
  const sendHere = (call: TourCall) => send(host, call);
  if (race !== undefined)
    return isShown ? playRace(sendHere, race, (await loadExploreTable()).examples) : [];
  const played: Played[] = [];
  for (const call of calls) {
    const came = await sendHere(call);
    played.push({ call, ...came, isAsExpected: isAsExpected(call, came) });
  }
  return played;
}
