/** Schedules of the thread's question, (a) of docs/the-thread.md: one vcpu's write, a disclaim, an answer. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Explorer } from '../src/hypervisor/index.js';
import { exploreBody } from '../src/routes/explore/explore-word.js';
import { invariantsOf, programOf } from '../src/routes/explore/program.js';
import { median } from './measure.js';
import { valueRow, type Group } from './row.js';

const FILE = 'examples/explore/a-unmap-without-pause.yaml';
const MICROSECONDS_PER_MINUTE = 60e6;
/** In one round. */
const EXPLORATIONS = 20;
const [WARM_UP, ROUNDS] = [2, 9];
const JUDGEMENT = {
  name: 'explore',
  unit: 'schedules/min',
  op: '>=',
  target: 200_000,
} as const;

export const exploring: Group = { rows: ['explore'], run: rows };

/** Those that were run to their end count, and no others; of one core, what others do on it left out. */
function* rows() {
  const body = exploreBody.decode(parse(readFileSync(FILE, 'utf8')));
  const program = programOf(body, { traced: false, decode: undefined });
  const rates: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const began = process.cpuUsage();
    let schedules = 0;
    for (let time = 0; time < EXPLORATIONS; time++) {
      const limits = { maxSchedules: body.max_schedules };
      const explorer = new Explorer(program, invariantsOf(body.invariants), limits);
      for (const _ of explorer.schedules());
      schedules += explorer.result.schedules;
    }
    const { user, system } = process.cpuUsage(began);
    if (round >= 0) rates.push((schedules * MICROSECONDS_PER_MINUTE) / (user + system));
  }
  yield valueRow(JUDGEMENT, median(rates));
}
