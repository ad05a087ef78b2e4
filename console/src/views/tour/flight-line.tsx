/** The way of one access, from box to box. */

import type { Leg } from './flight.js';

export function FlightLine({ legs }: { readonly legs: readonly Leg[] }) {
  return (
    <p class="tour-flight">
      <Box name={legs[0]?.from} />
      {legs.map(({ by, to }) => (
        <>
          <span class="tour-leg">
            {by} <span aria-hidden="true">→</span>
            <span class="hidden-visually"> to </span>
          </span>
          <Box name={to} />
        </>
      ))}
    </p>
  );
}

/** What a server's box looks like is its own. */
const Box = ({ name = '' }: { readonly name: string | undefined }) => (
  <span class="tour-box" data-who={name.split(' ')[0]}>
    {name}
  </span>
);
