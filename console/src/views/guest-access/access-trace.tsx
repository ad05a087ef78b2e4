/** How an access stands, and its trace: one step after another, so that one can follow. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api, type Answer } from '../../api.js';
import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { stepInWords } from '../../parts/trace-in-words.js';

type Access = Answer<'getGuestAccess'>;

const BETWEEN_STEPS = 120;

interface Props {
  readonly domid: number;
  readonly id: number;
}

export function AccessTrace({ domid, id }: Props) {
  const { value, error } = useLive(
    async (signal) => {
      const params = { path: { domid, id } };
      return answerOf(api.value.GET('/domains/{domid}/guest-access/{id}', { params, signal }));
    },
    (entry) => entry.domid === domid,
    [domid, id],
  );
  const access = value.value;
  return (
    <section class="card" aria-label={`Access ${id}`}>
      <h2>Access {id}</h2>
      <ProblemLine error={error.value} />
      {access && (
        <>
          <p role="status">{outcomeInWords(access)}</p>
          {access.reason === 'ioreq' && (
            <p>
              <a href={hrefTo({ view: 'timeline', domid })}>See the request in the timeline</a>
            </p>
          )}
          <Steps key={id} trace={access.trace} />
        </>
      )}
    </section>
  );
}

function outcomeInWords({ outcome, reason, data, exception }: Access): string {
  if (outcome === 'pending') return `Not through yet: ${reason ?? ''}`;
  if (outcome === 'injected') return `The guest got exception ${exception?.vector ?? ''}`;
  return data === null ? outcome : `${outcome}, ${data}`;
}

function Steps({ trace }: Pick<Access, 'trace'>) {
  const shown = useSignal(prefersStillness() ? trace.length : 0);
  useEffect(() => {
    if (shown.value >= trace.length) return;
    const timer = setTimeout(
      () => (shown.value = prefersStillness() ? trace.length : shown.value + 1),
      BETWEEN_STEPS,
    );
    return () => clearTimeout(timer);
  }, [shown.value, trace.length]);

  return (
    <>
      <ol class="access-steps">
        {trace.slice(0, shown.value).map((step, index) => {
          const { by, says } = stepInWords(step);
          return (
            <li key={index} data-by={by}>
              <strong>{by}</strong> {says}
            </li>
          );
        })}
      </ol>
      <button onClick={() => (shown.value = 0)}>Once more, step by step</button>
      <details>
        <summary>As JSON</summary>
        <pre tabIndex={0}>{JSON.stringify(trace, null, 2)}</pre>
      </details>
    </>
  );
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
