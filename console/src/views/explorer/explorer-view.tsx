/** Every order in which a few actors can come by each other: an example or a program of one's own, run and looked into. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { goTo, hrefTo, place } from '../../navigation.js';
import { useLive } from '../../live/use-live.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadExploreTable } from '../../parts/sequence/load-explore-table.js';
import type { Exploration } from '../../parts/sequence/outcome.js';
import type { Program } from '../../parts/sequence/program.js';
import { commandOf } from './by-hand.js';
import { outcomesInOrder } from '../../../../src/client/outcomes-in-order.js';
import { ExampleChoice } from './example-choice.js';
import { OutcomeTable } from './outcome-table.js';
import { overridesIn, queryOf, turned, type Overrides } from './overrides.js';
import { OverridesForm } from './overrides-form.js';
import { WitnessOf } from './witness.js';
import './explorer.css';

/** What was run, and what came of it. */
interface Run {
  readonly program: Program;
  readonly isEdited: boolean;
  readonly exploration: Exploration;
}

export function ExplorerView() {
  const { query } = place.value;
  const table = useLive(loadExploreTable, () => false, []);
  const { about, examples: all = [] } = table.value.value ?? {};
  const example = all.find(({ name }) => name === query['example']) ?? all[0];
  const overrides = overridesIn(query);
  const text = useSignal('');
  const isEdited = useSignal(false);
  const isRunning = useSignal(false);
  const error = useSignal<string | undefined>(undefined);
  const run = useSignal<Run | undefined>(undefined);
  const running = useRef(new AbortController());

  const start = async () => {
    running.current.abort();
    const { signal } = (running.current = new AbortController());
    error.value = undefined;
    isRunning.value = true;
    try {
      const program = turned(JSON.parse(text.value) as Program, overrides);
      const edited = isEdited.value;
      const asked = { body: program as never, signal };
      const exploration = (await answerOf(api.value.POST('/explore', asked))) as Exploration;
      if (!signal.aborted) run.value = { program, isEdited: edited, exploration };
    } catch (thrown) {
      if (signal.aborted) return;
      run.value = undefined;
      error.value = (thrown as Error).message;
    }
    if (!signal.aborted) isRunning.value = false;
  };
  const stop = () => {
    running.current.abort();
    isRunning.value = false;
  };

  useEffect(() => {
    if (example === undefined) return;
    text.value = example.text;
    isEdited.value = false;
  }, [example]);
  useEffect(() => {
    if (example !== undefined) void start();
    return stop;
  }, [example, query['profile'], query['knobs']]);

  const withQuery = (change: Record<string, string>, kept: Overrides) => ({
    query: { ...(example && { example: example.name }), ...queryOf(kept), ...change },
  });
  const shown = run.value && outcomesInOrder(run.value.exploration.outcomes);
  const chosen = shown?.find(({ nr }) => nr === Number(query['outcome'])) ?? shown?.[0];
  return (
    <>
      <h1>Explorer</h1>
      <p>{about}</p>
      <ProblemLine error={table.error.value} />
      <section class="card explorer-program" aria-label="Program">
        <ExampleChoice examples={all} chosen={example} />
        <OverridesForm
          program={example?.program}
          overrides={overrides}
          onChange={(turns) => goTo(withQuery({}, turns))}
        />
        <details>
          <summary>The program, to be read and changed</summary>
          <textarea
            aria-label="Program, as JSON"
            rows={18}
            spellcheck={false}
            value={text.value}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value;
              isEdited.value = true;
            }}
          />
        </details>
        <div class="row">
          <button class="primary" onClick={() => void start()}>
            Run
          </button>
          {isRunning.value && <button onClick={stop}>Stop</button>}
          <span role="status">{isRunning.value && 'running'}</span>
        </div>
      </section>
      <ProblemLine error={error.value} />
      {run.value && chosen && (
        <>
          <OutcomeTable
            exploration={run.value.exploration}
            chosen={chosen.nr}
            hrefTo={(nr) => hrefTo(withQuery({ outcome: String(nr) }, overrides))}
          />
          <WitnessOf
            program={run.value.program}
            {...chosen}
            command={
              run.value.isEdited || example === undefined
                ? undefined
                : commandOf(example.name, overrides, chosen.nr)
            }
          />
        </>
      )}
    </>
  );
}
