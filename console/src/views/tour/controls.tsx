/** Forth, back, by itself, and out; by keys too. */

import { useEffect } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { goTo } from '../../navigation.js';
import { readingTime } from './reading-time.js';
import type { Taken } from './tour.js';
import type { TourStep } from './tour-step.js';

interface Props {
  readonly steps: readonly TourStep[];
  readonly taken: Taken;
  /** Whether it goes on by itself. */
  readonly plays: Signal<boolean>;
  readonly go: (to: number) => void;
}

/** Where an arrow key means something else. */
const WITH_KEYS_OF_THEIR_OWN = 'input, select, textarea, pre';

export function Controls({ steps, taken, plays, go }: Props) {
  const { at, played } = taken;
  const isLast = at === steps.length;
  const isTrue = played.every(({ isAsExpected }) => isAsExpected);

  const turn = (to: number) => {
    plays.value = false;
    if (to >= 1 && to <= steps.length) go(to);
  };
  useEffect(() => {
    const onKey = ({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (altKey || ctrlKey || metaKey) return;
      if (target instanceof Element && target.matches(WITH_KEYS_OF_THEIR_OWN)) return;
      if (key === 'ArrowRight') turn(at + 1);
      if (key === 'ArrowLeft') turn(at - 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [at, steps]);
  useEffect(() => {
    if (!plays.value) return;
    if (isLast || !isTrue) plays.value = false;
    const timer = setTimeout(
      () => {
        if (plays.value) go(at + 1);
      },
      readingTime(steps[at - 1]?.says ?? ''),
    );
    return () => clearTimeout(timer);
  }, [at, plays.value, steps]);

  return (
    <div class="row tour-controls">
      <button disabled={at === 1} onClick={() => turn(at - 1)}>
        Back
      </button>
      <button class="primary" disabled={isLast} onClick={() => turn(at + 1)}>
        Next
      </button>
      <button
        disabled={isLast}

        onClick={() => (plays.value = !plays.value)}
      >
        {plays.value ? 'Pause' : 'Play by itself'}
      </button>
      <span class="soft">
        Step {at} of {steps.length}; the arrow keys work too
      </span>
      <button onClick={() => goTo({ host: 'default', view: 'domains', domid: undefined })}>
        End the tour
      </button>
    </div>
  );
}
