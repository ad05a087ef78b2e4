/** How an access stands, and its trace: one step after another, so that one can follow. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api, type Answer } from '../../api.js';
import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadTraceWords } from '../../parts/load-trace-words.js';
import { stepInWords, type TraceWords } from '../../parts/trace-in-words.js';

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
      const asked = api.value.GET('/domains/{domid}/guest-access/{id}', { params, signal });
      const [access, words] = await Promise.all([answerOf(asked), loadTraceWords()]);
      return { access, words };
    },
    (entry) => entry.domid === domid,
    [domid, id],
  );
  const { access, words = {} } = value.value ?? {};
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
          <Steps key={id} trace={access.trace} words={words} />
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

interface StepsProps extends Pick<Access, 'trace'> {
  readonly words: TraceWords;
}

function Steps({ trace, words }: StepsProps) {
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
          const { by, says } = stepInWords(words, step);
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
