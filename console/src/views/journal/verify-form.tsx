/** Expectations put together by form, held against the journal, and ready to be copied into a test. */

import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api, serviceUrl, type Answer } from '../../api.js';
import { hostName } from '../../navigation.js';
import { Command } from '../../parts/command.js';
import { curl } from '../../parts/curl.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { ExpectationForm } from './expectation-form.js';
import { bodyOf, type Expectation } from './expectations.js';
import { VerdictList } from './verdict-list.js';

interface Props {
  readonly expectations: Signal<readonly Expectation[]>;
  /** The seq of the newest record. */
  readonly newest: number;
}

export function VerifyForm({ expectations, newest }: Props) {
  const after = useSignal(0);
  const verdicts = useSignal<Answer<'verifyJournal'> | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);
  const all = expectations.value;
  const body = bodyOf(after.value, all);
  const form = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (all.length > 0) form.current?.scrollIntoView();
  }, [all.length]);

  const set = (changed: readonly Expectation[]) => {
    expectations.value = changed;
    verdicts.value = undefined;
  };
  const verify = async () => {
    try {
      verdicts.value = await answerOf(api.value.POST('/journal/verify', { body }));
      error.value = undefined;
    } catch (thrown) {
      verdicts.value = undefined;
      error.value = (thrown as Error).message;
    }
  };

  return (
    <details ref={form} class="card journal-verify" open={all.length > 0}>
      <summary>
        <h2>Verify: say what should have happened, and see whether it did</h2>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void verify();
        }}
      >
        {all.map((expectation, index) => (
          <ExpectationForm
            key={index}
            expectation={expectation}
            number={index + 1}
            onChange={(changed) => set(all.toSpliced(index, 1, ...(changed ? [changed] : [])))}
          />
        ))}
        <p class="row">
          <button
            type="button"
            onClick={() => set([...all, { how: 'at_least', count: 1, patterns: [{}] }])}
          >
            Add an expectation
          </button>
          <label>
            after record{' '}
            <input
              type="number"
              min={0}
              value={after.value}
              onInput={({ currentTarget }) => (after.value = currentTarget.valueAsNumber || 0)}
            />
          </label>
          <button type="button" onClick={() => (after.value = newest)}>
            From now on
          </button>
          <button class="primary" disabled={all.length === 0}>
            Verify
          </button>
        </p>
      </form>
      <ProblemLine error={error.value} />
      {verdicts.value && <VerdictList verdicts={verdicts.value} />}
      {all.length > 0 && (
        <>
          <Command
            title="The same by curl"
            line={curl(`${serviceUrl}/hosts/${hostName.value}/journal/verify`, body)}
          />
          <Command title="As JSON, for a test" line={JSON.stringify(body, null, 2)} />
        </>
      )}
    </details>
  );
}
