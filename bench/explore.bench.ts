/** Schedules of the thread's question, (a) of docs/the-thread.md: one vcpu's write, a disclaim, an answer. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Explorer } from '../src/hypervisor/index.js';
import { exploreBody } from '../src/routes/explore/explore-word.js';
import { invariantsOf, programOf } from '../src/routes/explore/program.js';
import { medianOf } from './measure.js';
import { valueRow, type Group } from './row.js';

const FILE = 'examples/explore/a-unmap-without-pause.yaml';
const NS_PER_MINUTE = 60e9;
const JUDGEMENT = {
  name: 'explore',
  unit: 'schedules/min',
  op: '>=',
  target: 200_000,
} as const;

export const exploring: Group = { rows: ['explore'], run: rows };

/** Those that were run to their end count, and no others. */
function* rows() {
  const body = exploreBody.decode(parse(readFileSync(FILE, 'utf8')));
  const program = programOf(body, { traced: false, decode: undefined });
  const whole = () =>
    new Explorer(program, invariantsOf(body.invariants), { maxSchedules: body.max_schedules });
  const run = (explorer: Explorer) => {
    for (const _ of explorer.schedules());
  };
  const first = whole();
  run(first);
  const ns = medianOf({ units: first.result.schedules, prepare: whole, run });
  yield valueRow(JUDGEMENT, NS_PER_MINUTE / ns);
}
