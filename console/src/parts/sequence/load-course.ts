/** A witness run once more, step by step. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api, type Answer } from '../../api.js';
import type { Program } from './program.js';
import { rowsOf, type Row, type State } from './rows.js';

export type Exploration = Answer<'explore'>;
export type Outcome = Exploration['outcomes'][number];
export type Witness = Outcome['witness'];

export interface Course {
  readonly before: State;
  readonly rows: readonly Row[];
}

export async function loadCourse(
  program: Program,
  witness: Witness,
  signal: AbortSignal,
): Promise<Course> {
  const [start, whole] = await Promise.all([
    replay(program, [], signal),
    replay(program, witness, signal),
  ]);
  const before = start.state as State;
  return { before, rows: rowsOf(program, before, whole) };
}

/** A replay knows no bound. */
export const replayBody = ({ max_schedules: _, ...world }: Program, schedule: Witness) => ({
  ...world,
  schedule,
});

const replay = (program: Program, schedule: Witness, signal: AbortSignal) =>
  answerOf(
    api.value.POST('/explore/replay', { body: replayBody(program, schedule) as never, signal }),
  );
