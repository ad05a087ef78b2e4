/** One step: what it tells, how the host stands, and what was called. */

import { HostPicture } from './host-picture.js';
import { PlayedCall } from './played-call.js';
import { RacePicture } from './race-picture.js';
import type { Taken } from './tour.js';
import type { TourStep } from './tour-step.js';

interface Props {
  readonly steps: readonly TourStep[];
  readonly taken: Taken;
}

export function Shown({ steps, taken }: Props) {
  const step = steps[taken.at - 1];
  const [first] = taken.played;
  if (step === undefined) return null;
  return (
    <>
      <div aria-live="polite">
        <h2>
          {taken.at}. {step.title}
        </h2>
        <p class="tour-says">{step.says}</p>
      </div>
      {step.race === undefined && <HostPicture taken={taken} step={step} />}
      {step.race && first && first.status === first.call.status && (
        <RacePicture key={step.race.example} race={step.race} played={first} />
      )}
      <section aria-label="What was called">
        <h3>What was called, and what the service answered</h3>
        <ol class="tour-calls">
          {taken.played.map((played, index) => (
            <PlayedCall key={`${taken.at} ${index}`} {...played} />
          ))}
        </ol>
      </section>
    </>
  );
}
