/** The tour: the thread's scenario on a host of its own, step by step, answered by the service itself. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { useLive } from '../../live/use-live.js';
import { goTo, place } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadSteps } from './load-steps.js';
import { Shown } from './shown.js';
import { StepList } from './step-list.js';
import { Controls } from './controls.js';
import { showStep, taken, tourError } from './tour.js';
import './tour.css';

const FIRST = 1;

export function TourView() {
  const { value, error } = useLive(loadSteps, () => false, []);
  const steps = value.value ?? [];
  const nr = Number(place.value.query['step'] ?? taken.value?.at ?? 0);
  const plays = useSignal(false);

  useEffect(() => {
    if (nr >= FIRST && steps.length > 0) void showStep(steps, nr);
  }, [nr, steps]);
  const go = (to: number) => goTo({ query: { step: String(to) } });
  const shown = taken.value;
  return (
    <>
      <h1>The thread as a tour</h1>
      <ProblemLine error={error.value ?? tourError.value} />
      {nr < FIRST && (
        <Invitation
          steps={steps.length}
          onStart={() => {
            plays.value = !matchMedia('(prefers-reduced-motion: reduce)').matches;
            go(FIRST);
          }}
        />
      )}
      {nr >= FIRST && shown && shown.at >= FIRST && (
        <div class="tour">
          <StepList steps={steps} at={shown.at} onChoose={() => (plays.value = false)} />
          <div>
            <Controls steps={steps} taken={shown} plays={plays} go={go} />
            <Shown steps={steps} taken={shown} />
          </div>
        </div>
      )}
    </>
  );
}

function Invitation({ steps, onStart }: { readonly steps: number; readonly onStart: () => void }) {
  return (
    <section class="card tour-invitation">
      <p>
        In September 2016 the Xen developers had four patches under review. A device model was to be
        able to claim the guest’s writes to single pages, and the question came up whether the guest
        has to be paused while it claims them and gives them back.
      </p>
      <p>
        The tour plays that in {steps} steps, on a scratch host that is deleted when you leave. The
        sentences are ours; every call is made and every answer is given while you watch.
      </p>
      <button class="primary" disabled={steps === 0} onClick={onStart}>
        Start the tour
      </button>
    </section>
  );
}
