/** A course of events as a sequence diagram, which is a table: a lane for each actor, time runs downwards. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Course } from './load-course.js';
import { factsOf, stateInWords, type Row } from './rows.js';
import './sequence.css';

interface Props extends Course {
  readonly actors: readonly string[];
  readonly caption: string;
}

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

export function Sequence({ actors, before, rows, caption }: Props) {
  const at = useSignal(0);
  const frame = useRef<HTMLDivElement>(null);
  const last = rows.length;
  const facts = factsOf(before).map(([name]) => name);

  const go = (to: number) => (at.value = Math.min(Math.max(to, 0), last));
  useEffect(() => {
    if (at.value > 0)
      frame.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at.value]);

  return (
    <>
      <div class="row sequence-steps">
        <button disabled={at.value === 0} onClick={() => go(at.value - 1)}>
          Move back
        </button>
        <button disabled={at.value === last} onClick={() => go(at.value + 1)}>
          Next move
        </button>
        <span role="status">
          {at.value === 0 ? 'Before the first move' : `After move ${at.value} of ${last}`}:{' '}
          {stateInWords(rows[at.value - 1]?.state ?? before)}
        </span>
      </div>
      <div
        ref={frame}
        class="sequence"
        role="group"
        aria-label={`${caption}; arrow keys go from move to move`}
        tabIndex={0}
        onKeyDown={(event) => {
          const to = KEYS[event.key];
          if (to === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          go(to(at.value, last));
        }}
      >
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Move</th>
              {actors.map((actor) => (
                <th scope="col" key={actor} class="lane">
                  {actor}
                </th>
              ))}
              {facts.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[undefined, ...rows].map((row, nr) => (
              <tr
                key={nr}
                class={nr > at.value ? 'to-come' : undefined}
                aria-current={nr === at.value ? 'step' : undefined}
              >
                <th scope="row">
                  <button tabIndex={-1} aria-label={`Go to move ${nr}`} onClick={() => go(nr)}>
                    {nr}
                  </button>
                </th>
                {actors.map((actor) => (
                  <td key={actor} class={`lane${isAtWork(rows, actor, nr - 1) ? ' at-work' : ''}`}>
                    {actor === row?.actor && <Move {...row} />}
                  </td>
                ))}
                {factsOf(row?.state ?? before).map(([name, value]) => (
                  <td key={name}>{row?.changed.has(name) ? <strong>{value}</strong> : value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Move({ does, met }: Row) {
  return (
    <div class="sequence-move">
      {does}
      {met.map(({ kind, says }) => (
        <div key={says} class={kind}>
          {says}
        </div>
      ))}
    </div>
  );
}

/** Between its first move and its last. */
const isAtWork = (rows: readonly Row[], actor: string, index: number): boolean =>
  rows.some((row, at) => row.actor === actor && at <= index) &&
  rows.some((row, at) => row.actor === actor && at >= index);
