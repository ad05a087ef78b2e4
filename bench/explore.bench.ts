/** Schedules of the thread's question, (a) of docs/the-thread.md: one vcpu's write, a disclaim, an answer. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Explorer } from '../src/hypervisor/index.js';
import { exploreBody } from '../src/routes/explore/explore-word.js';
import { invariantsOf, programOf } from '../src/routes/explore/program.js';
import type { Operation } from './measure.js';

const FILE = 'examples/explore/a-unmap-without-pause.yaml';
const body = exploreBody.decode(parse(readFileSync(FILE, 'utf8')));
const program = programOf(body, { traced: false, decode: undefined });
const limits = { maxSchedules: body.max_schedules };
const whole = () => new Explorer(program, invariantsOf(body.invariants), limits);

const run = (explorer: Explorer) => {
  for (const _ of explorer.schedules());
};

function schedules(): number {
  const explorer = whole();
  run(explorer);
  return explorer.result.schedules;
}

/** The target of the issue is 200,000 a minute: 300 µs each. */
export const EXPLORATIONS: readonly Operation<Explorer>[] = [
  {
    name: 'explore (a), a schedule from a fresh world',
    unit: 'schedule',
    units: schedules(),
    prepare: whole,
    run,
  },
];
