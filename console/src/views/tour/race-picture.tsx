/** The race of a step: how many ways there are, and one of them move by move. */

import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadCourse, type Exploration } from '../../parts/sequence/load-course.js';
import type { Program } from '../../parts/sequence/program.js';
import { Sequence } from '../../parts/sequence/sequence.js';
import { drawnOutcome, violatedIn } from './holds.js';
import type { Played } from './tour.js';
import type { Race } from './tour-step.js';

interface Props {
  readonly race: Race;
  readonly played: Played;
}

export function RacePicture({ race, played }: Props) {
  const program = played.call.body as Program;
  const exploration = played.answer as Exploration;
  const outcome = drawnOutcome(race, exploration);
  const { value, error } = useLive(
    async (signal) => outcome && loadCourse(program, outcome.witness, signal),
    () => false,
    [played],
  );
  const violated = violatedIn(exploration);
  return (
    <section class="card" aria-label="The race">
      <ProblemLine error={error.value} />
      <p class="row">
        {exploration.schedules} schedules, {exploration.outcomes.length} outcomes:{' '}
        <span class={violated.length > 0 ? 'bad' : 'good'}>
          {violated.length > 0 ? `✗ some violate ${violated.join(', ')}` : '✓ all is well in each'}
        </span>
        <a href={hrefTo({ view: 'explorer', query: { example: race.example } })}>
          All of them in the explorer
        </a>
      </p>
      {value.value && (
        <Sequence {...value.value} actors={Object.keys(program.actors)} caption="One schedule" />
      )}
    </section>
  );
}
