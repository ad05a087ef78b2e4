/** The tour: the thread's scenario on a host of its own, step by step, answered by the service itself. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { useLive } from '../../live/use-live.js';
import { goTo, place } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { Controls } from './controls.js';
import { loadTable } from './load-table.js';
import { Shown } from './shown.js';
import { StepList } from './step-list.js';
import { showStep, taken, tourError } from './tour.js';
import type { TourStep, TourTable } from './tour-step.js';
import './tour.css';

const FIRST = 1;
const NO_STEPS: readonly TourStep[] = [];

export function TourView() {
  const { value, error } = useLive(loadTable, () => false, []);
  const table = value.value;
  const steps = table?.steps ?? NO_STEPS;
  const nr = Number(place.value.query['step'] ?? taken.value?.at ?? 0);
  const plays = useSignal(false);

  useEffect(() => {
    if (nr >= FIRST && steps.length > 0) void showStep(steps, nr);
  }, [nr, steps]);
  const go = (to: number) => goTo({ query: { step: String(to) } });
  const shown = taken.value;
  return (
    <>
      <h1>Tour: who gets a guest’s write?</h1>
      <ProblemLine error={error.value ?? tourError.value} />
      {nr < FIRST && table && (
        <Invitation
          table={table}
          onStart={() => {
            plays.value = !matchMedia('(prefers-reduced-motion: reduce)').matches;
            go(FIRST);
          }}
        />
      )}
      {nr >= FIRST && table && shown && shown.at >= FIRST && (
        <div class="tour">
          <StepList steps={steps} at={shown.at} onChoose={() => (plays.value = false)} />
          <div>
            <Controls steps={steps} taken={shown} plays={plays} go={go} />
            <Shown table={table} taken={shown} />
          </div>
        </div>
      )}
    </>
  );
}

interface InvitationProps {
  readonly table: TourTable;
  readonly onStart: () => void;
}

function Invitation({ table, onStart }: InvitationProps) {
  return (
    <section class="card tour-invitation" aria-label="What the tour is">
      {table.invitation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>
        <button class="primary" onClick={onStart}>
          Start the tour
        </button>
      </p>
      <StepList steps={table.steps} at={0} />
    </section>
  );
}
