/** How the scratch host stands after a step: the pages, who owns the type, and the accesses on their way. */

import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { whyBlocked } from '../../parts/why-blocked.js';
import { flightOf } from './flight.js';
import { FlightLine } from './flight-line.js';
import { loadPicture, type Picture } from './picture.js';
import { Strip } from './strip.js';
import type { Taken } from './tour.js';
import type { TourStep } from './tour-step.js';

interface Props {
  readonly taken: Taken;
  readonly step: TourStep;
}

const LOOKS = ['map', 'timeline', 'servers', 'journal'] as const;

export function HostPicture({ taken, step }: Props) {
  const { host, played } = taken;
  const { value, error } = useLive(
    (signal) => loadPicture(host, step.stretches, signal),
    () => false,
    [taken],
  );
  const flights = played.flatMap((one) => {
    const legs = flightOf(one.call, one);
    return legs === undefined ? [] : [legs];
  });
  return (
    <section class="card" aria-label="How the host stands now">
      <ProblemLine error={error.value} />
      {value.value && <Standing {...value.value} />}
      {flights.map((legs, index) => (
        <FlightLine key={index} legs={legs} />
      ))}
      {flights.length === 0 && <p class="soft">The guest accesses nothing in this step.</p>}
      <p class="row">
        Look at it in
        {LOOKS.map((view) => (
          <a key={view} href={hrefTo({ host, domid: 1, view, query: queryOf(view, step) })}>
            the {view}
          </a>
        ))}
      </p>
    </section>
  );
}

const queryOf = (view: string, { gfn }: TourStep): Record<string, string> =>
  view === 'map' && gfn !== undefined ? { gfn } : {};

function Standing({ entryCount, servers, owner, vcpu, stretches }: Picture) {
  const widest = Math.max(...stretches.map(({ nr }) => nr));
  return (
    <>
      <dl class="tour-facts">
        {Object.entries({
          'Ioreq servers': servers.map((id) => `server ${id}`).join(', ') || 'none',
          'Owner of type ioreq_server': owner === undefined ? 'nobody' : `server ${owner}`,
          'Entries of that type': entryCount?.toLocaleString('en'),
          'vcpu 0': vcpu && (whyBlocked(vcpu) ?? 'runs'),
        }).map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {stretches.map((stretch) => (
        <Strip key={stretch.first_gfn} {...stretch} widest={widest} />
      ))}
    </>
  );
}
