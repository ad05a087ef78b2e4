/** An exploration or a replay from beginning to end, where it may take as long as it wants. */

import { Explorer, ImpossibleMove, replay } from '../../hypervisor/index.js';
import {
  exploreAnswer,
  exploreBody,
  outcome,
  replayAnswer,
  replayBody,
  type WorldBody,
} from './explore-word.js';
import { invariantsOf, programOf, SetUpFailed } from './program.js';

/** `body` has passed its schema. */
export interface Job {
  readonly kind: 'explore' | 'replay';
  readonly body: unknown;
}

/** What is told of a job; after `done` or `refused` nothing more. */
export type News =
  | { readonly news: 'started' }
  | { readonly news: 'progress'; readonly schedules: number; readonly outcomes: number }
  | { readonly news: 'outcome'; readonly outcome: unknown }
  | { readonly news: 'done'; readonly answer: unknown }
  /** The world can't be made, or the schedule not be followed: `pointer` says where. */
  | { readonly news: 'refused'; readonly pointer: string; readonly detail: string };

const MS_BETWEEN_NEWS = 500;
const SCHEDULES_BETWEEN_LOOKS = 128;

export async function perform({ kind, body }: Job, tell: (news: News) => void): Promise<void> {
  try {
    tell({ news: 'done', answer: await PERFORM[kind](body, tell) });
  } catch (error) {
    const pointer = pointerOf(error);
    if (pointer === undefined) throw error;
    tell({ news: 'refused', pointer, detail: (error as Error).message });
  }
}

const PERFORM = { explore, replay: replayed } as const;

async function explore(wire: unknown, tell: (news: News) => void): Promise<unknown> {
  const body = exploreBody.decode(wire);
  const program = programOf(body, { traced: false, decode: await decoderFor(body) });
  tell({ news: 'started' });

  const limits = { maxSchedules: body.max_schedules };
  const explorer = new Explorer(program, invariantsOf(body.invariants), limits);
  let told = performance.now();
  let runs = 0;
  for (const found of explorer.schedules()) {
    if (found !== undefined) tell({ news: 'outcome', outcome: outcome.encode(found) });
    if (++runs % SCHEDULES_BETWEEN_LOOKS !== 0 || performance.now() - told < MS_BETWEEN_NEWS)
      continue;
    told = performance.now();
    const { schedules, outcomes } = explorer.result;
    tell({ news: 'progress', schedules, outcomes: outcomes.length });
  }
  const { outcomes, ...result } = explorer.result;
  return exploreAnswer.encode({ ...result, outcomes });
}

async function replayed(wire: unknown): Promise<unknown> {
  const body = replayBody.decode(wire);
  const program = programOf(body, { traced: true, decode: await decoderFor(body) });
  return replayAnswer.encode(replay(program, body.schedule, invariantsOf(body.invariants)));
}

/** Loaded only for machine code: it takes longer than many an exploration. */
async function decoderFor({ setup, actors }: WorldBody) {
  const steps = [setup, ...Object.values(actors)].flat();
  if (!steps.some(({ guest }) => guest?.kind === 'insn')) return undefined;
  return (await import('../../x86/decode.js')).decodeInstruction;
}

function pointerOf(error: unknown): string | undefined {
  if (error instanceof SetUpFailed) return error.pointer;
  return error instanceof ImpossibleMove ? `/schedule/${error.index}` : undefined;
}
