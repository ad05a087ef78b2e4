/** A race as it is run: the whole exploration, and then the schedule that is drawn, by the calls that anybody could make. */

import type { Example, Program } from '../../parts/sequence/program.js';
import { drawnWitness, isDrawn, raceIsAsExpected, type Answered, type Explored } from './holds.js';
import type { Played } from './played.js';
import type { Race, TourCall } from './tour-step.js';

type Send = (call: TourCall) => Promise<Answered>;

const ALL_IS_WELL = 200;

/** The last call is the replay, if all went as it should. */
export async function playRace(
  send: Send,
  race: Race,
  examples: readonly Example[],
): Promise<Played[]> {
  const explored = await explore(send, race, examples);
  const { like } = race;
  const donor = like === undefined ? explored : await explore(send, like.race, examples);
  const calls = like === undefined ? [explored] : [explored, donor];
  if (!calls.every(({ isAsExpected }) => isAsExpected)) return calls;

  const witness = drawnWitness(like?.race ?? race, donor.answer as Explored) ?? [];
  const schedule = [...witness, ...(like?.then ?? []).map((actor) => ({ actor }))];
  const call: TourCall = {
    call: 'POST /explore/replay',
    body: { ...(explored.call.body as Program), schedule },
    status: ALL_IS_WELL,
    answer: { outcome: race.outcome, exits: race.exits },
  };
  const came = await send(call);
  const { results } = came.answer as Partial<Explored['outcomes'][number]>;
  const isTrue = results !== undefined && isDrawn(race, results);
  return [...calls, { call, ...came, isAsExpected: isTrue }];
}

async function explore(send: Send, race: Race, examples: readonly Example[]): Promise<Played> {
  const program = examples.find(({ name }) => name === race.example)?.program;
  const call: TourCall = {
    call: 'POST /explore',
    ...(program && { body: program }),
    status: ALL_IS_WELL,
    answer: { violates: race.violates },
  };
  const came = await send(call);
  const isTrue = came.status === ALL_IS_WELL && raceIsAsExpected(race, came.answer as Explored);
  return { call, ...came, isAsExpected: isTrue };
}
