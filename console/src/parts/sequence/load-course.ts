/** A witness run once more, step by step. */

import points from 'virtual:explore-points';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { jsonAsset } from '../json-asset.js';
import { replayBody, type Program, type Witness } from './program.js';
import { rowsOf, type Points, type Replay, type Row, type State } from './rows.js';

export interface Course {
  readonly before: State;
  readonly rows: readonly Row[];
}

const loadPoints = jsonAsset<Points>(points);

/** What a schedule comes to, beginning with the world as it is set up. */
export async function loadCourse(
  program: Program,
  whole: Replay | Promise<Replay>,
  signal: AbortSignal,
): Promise<Course> {
  const { state: before } = await replay(program, [], signal);
  return { before, rows: rowsOf(program, before, await whole, await loadPoints()) };
}

export const replay = (program: Program, schedule: Witness, signal: AbortSignal) =>
  answerOf(
    api.value.POST('/explore/replay', { body: replayBody(program, schedule) as never, signal }),
  );
