/** A witness run once more, step by step. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { loadTraceWords } from '../load-trace-words.js';
import { loadExploreTable } from './load-explore-table.js';
import { replayBody, type Program, type ProgramMove } from './program.js';
import { rowsOf, type Replay, type Row, type State } from './rows.js';

export interface Course {
  readonly before: State;
  readonly rows: readonly Row[];
}

/** What a schedule comes to, beginning with the world as it is set up. */
export async function loadCourse(
  program: Program,
  whole: Replay | Promise<Replay>,
  signal: AbortSignal,
): Promise<Course> {
  const { state: before } = await replay(program, [], signal);
  const { points } = await loadExploreTable();
  const texts = { points, trace: await loadTraceWords() };
  return { before, rows: rowsOf(program, before, await whole, texts) };
}

export const replay = (program: Program, schedule: readonly ProgramMove[], signal: AbortSignal) =>
  answerOf(
    api.value.POST('/explore/replay', { body: replayBody(program, schedule) as never, signal }),
  );
