/** Every order in which a few actors can come by each other: an example or a program of one's own, run and looked into. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { goTo, hrefTo, place } from '../../navigation.js';
import { useLive } from '../../live/use-live.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { loadExamples } from '../../parts/sequence/examples.js';
import type { Program } from '../../parts/sequence/program.js';
import { commandOf } from './by-hand.js';
import type { Exploration } from '../../parts/sequence/load-course.js';
import { explore, inOrder } from './exploration.js';
import { ExampleChoice } from './example-choice.js';
import { OutcomeTable } from './outcome-table.js';
import { overridesIn, queryOf, turned, type Overrides } from './overrides.js';
import { OverridesForm } from './overrides-form.js';
import { programIn, textOf } from './program-text.js';
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
  const examples = useLive(loadExamples, () => false, []);
  const all = examples.value.value ?? [];
  const example = all.find(({ name }) => name === query['example']) ?? all[0];
  const overrides = overridesIn(query);
  const text = useSignal('');
  const isEdited = useSignal(false);
  const progress = useSignal<string | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);
  const run = useSignal<Run | undefined>(undefined);
  const running = useRef(new AbortController());

  const start = async () => {
    running.current.abort();
    const { signal } = (running.current = new AbortController());
    error.value = undefined;
    progress.value = 'running';
    try {
      const program = turned(programIn(text.value), overrides);
      const edited = isEdited.value;
      const tell = (so: { schedules: number; outcomes: number }) =>
        (progress.value = `${so.schedules} schedules, ${so.outcomes} outcomes so far`);
      const exploration = await explore(program, tell, signal);
      if (!signal.aborted) run.value = { program, isEdited: edited, exploration };
    } catch (thrown) {
      if (signal.aborted) return;
      run.value = undefined;
      error.value = (thrown as Error).message;
    }
    if (!signal.aborted) progress.value = undefined;
  };
  const stop = () => {
    running.current.abort();
    progress.value = undefined;
  };

  useEffect(() => {
    if (example === undefined) return;
    text.value = textOf(example.program);
    isEdited.value = false;
  }, [example]);
  useEffect(() => {
    if (example !== undefined) void start();
    return stop;
  }, [example, query['profile'], query['knobs']]);

  const withQuery = (change: Record<string, string>, kept: Overrides) => ({
    query: { ...(example && { example: example.name }), ...queryOf(kept), ...change },
  });
  const shown = run.value && inOrder(run.value.exploration);
  const chosen = shown?.find(({ nr }) => nr === Number(query['outcome'])) ?? shown?.[0];
  return (
    <>
      <h1>Explorer</h1>
      <p>
        A few actors, and every order in which their steps can come by each other. Nothing is
        sampled: what is not in the list of outcomes, no schedule leads to. Each run has a world of
        its own; the hosts of this service are not touched.
      </p>
      <ProblemLine error={examples.error.value} />
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
          {progress.value !== undefined && <button onClick={stop}>Stop</button>}
          <span role="status">{progress.value}</span>
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
