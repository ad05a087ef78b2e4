/** What can be done to the whole host: begin anew, keep its state under a name, and go back to that. */

import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { useLive } from '../../live/use-live.js';
import { hostName } from '../../navigation.js';
import { ProblemLine } from '../../parts/problem-line.js';

export function HostActions({ onChange }: { readonly onChange: () => void }) {
  const name = useSignal('before');
  const done = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const kept = useLive(
    async (signal) => (await answerOf(api.value.GET('/snapshots', { signal }))).snapshots,
    () => false,
    [hostName.value],
  );

  const act = async (what: string, call: () => Promise<unknown>) => {
    done.value = '';
    try {
      await call();
      done.value = what;
      error.value = undefined;
    } catch (thrown) {
      error.value = (thrown as Error).message;
    }
    kept.refresh();
    onChange();
  };
  const at = (which: string) => ({ params: { path: { name: which } } });

  return (
    <section class="card" aria-label="The whole host">
      <div class="row">
        <button
          onClick={() => {
            if (confirm(`Let host ${hostName.value} begin anew? What is on it now is lost.`))
              void act('It began anew.', () => answerOf(api.value.POST('/reset', { body: null })));
          }}
        >
          Reset
        </button>
        <label>
          Snapshot{' '}
          <input
            value={name.value}
            size={12}
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
        </label>
        <button
          disabled={name.value === ''}
          onClick={() =>
            void act(`Kept as ${name.value}.`, () =>
              answerOf(api.value.PUT('/snapshots/{name}', at(name.value))),
            )
          }
        >
          Take
        </button>
        {kept.value.value?.map(({ name: which, bytes }) => (
          <button
            key={which}
            title={`${bytes.toLocaleString('en')} bytes`}
            onClick={() =>
              void act(`Back at ${which}.`, () =>
                answerOf(api.value.POST('/snapshots/{name}/restore', at(which))),
              )
            }
          >
            Restore {which}
          </button>
        ))}
        <span role="status">{done.value}</span>
      </div>
      <ProblemLine error={error.value ?? kept.error.value} />
    </section>
  );
}
