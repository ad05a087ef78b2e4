/** One step: what it tells, how the host stands, and what was called. */

import { ProblemLine } from '../../parts/problem-line.js';
import { HostPicture } from './host-picture.js';
import { PlayedCall } from './played-call.js';
import { RacePicture } from './race-picture.js';
import type { Taken } from './tour.js';
import type { TourTable } from './tour-step.js';

interface Props {
  readonly table: TourTable;
  readonly taken: Taken;
}

export function Shown({ table: { steps, otherwise }, taken }: Props) {
  const step = steps[taken.at - 1];
  const { at, played } = taken;
  const [explored] = played;
  const replayed = played.at(-1);
  const isTrue = played.every(({ isAsExpected }) => isAsExpected);
  if (step === undefined) return null;
  return (
    <>
      <div aria-live="polite">
        <h2>
          {at}. {step.title}
        </h2>
        <p class="tour-says">{step.says}</p>
      </div>
      <ProblemLine error={isTrue ? undefined : otherwise} />
      {step.race === undefined && <HostPicture taken={taken} step={step} />}
      {step.race && explored && replayed && isTrue && (
        <RacePicture
          key={step.race.example}
          example={step.race.example}
          explored={explored}
          replayed={replayed}
        />
      )}
      <section aria-label="What was called">
        <h3>What was called, and what the service answered</h3>
        <ol class="tour-calls">
          {played.map((one, index) => (
            <PlayedCall key={`${at} ${index}`} {...one} />
          ))}
        </ol>
      </section>
    </>
  );
}
