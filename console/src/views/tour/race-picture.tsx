/** The race of a step: what all its schedules come to, and one of them move by move. */

import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadCourse } from '../../parts/sequence/load-course.js';
import type { Exploration } from '../../parts/sequence/outcome.js';
import type { Program } from '../../parts/sequence/program.js';
import type { Replay } from '../../parts/sequence/rows.js';
import { Sequence } from '../../parts/sequence/sequence.js';
import { violatedIn } from './holds.js';
import type { Played } from './played.js';

interface Props {
  readonly example: string;
  readonly explored: Played;
  readonly replayed: Played;
}

export function RacePicture({ example, explored, replayed }: Props) {
  const program = explored.call.body as Program;
  const { schedules, outcomes } = explored.answer as Exploration;
  const course = useLive(
    (signal) => loadCourse(program, replayed.answer as Replay, signal),
    () => false,
    [replayed],
  );
  const violated = violatedIn({ outcomes });
  return (
    <section class="card" aria-label="The race">
      <ProblemLine error={course.error.value} />
      <p class="row">
        {schedules} schedules, {outcomes.length} outcomes:{' '}
        <span class={violated.length > 0 ? 'bad' : 'good'}>
          {violated.length > 0
            ? `✗ some violate ${violated.join(', ')}`
            : '✓ nothing goes wrong in any of them'}
        </span>
        <a href={hrefTo({ view: 'explorer', query: { example } })}>All of them in the explorer</a>
      </p>
      {course.value.value && (
        <Sequence
          {...course.value.value}
          actors={Object.keys(program.actors)}
          caption="One schedule"
        />
      )}
    </section>
  );
}
