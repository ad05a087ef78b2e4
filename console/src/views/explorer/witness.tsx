/** How an outcome comes about: one schedule that leads to it, and how to have it again. */

import { serviceUrl } from '../../api.js';
import { useLive } from '../../live/use-live.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadCourse, replay } from '../../parts/sequence/load-course.js';
import type { Outcome } from '../../parts/sequence/outcome.js';
import type { Program } from '../../parts/sequence/program.js';
import { Sequence } from '../../parts/sequence/sequence.js';
import { curlOf } from './by-hand.js';
import type { Numbered } from '../../../../src/client/outcomes-in-order.js';

interface Props extends Numbered<Outcome> {
  readonly program: Program;
  /** The same on the command line; undefined where no file has the program. */
  readonly command: string | undefined;
}

export function WitnessOf({ program, nr, outcome, command }: Props) {
  const { value, error } = useLive(
    (signal) => loadCourse(program, replay(program, outcome.witness, signal), signal),
    () => false,
    [program, outcome],
  );
  return (
    <section class="card" aria-label={`How outcome ${nr} comes about`}>
      <ProblemLine error={error.value} />
      {value.value && (
        <Sequence
          key={outcome}
          {...value.value}
          actors={Object.keys(outcome.results)}
          caption={`How outcome ${nr} comes about`}
        />
      )}
      <details>
        <summary>The same by hand</summary>
        <pre tabIndex={0}>
          {[
            ...(command === undefined ? [] : [command]),
            curlOf(serviceUrl, program, outcome.witness),
          ].join('\n\n')}
        </pre>
      </details>
    </section>
  );
}
