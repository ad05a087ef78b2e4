/**
 * `npm run soak`: the random tests of `npm test`, for hours. `npm run soak -- surface load` runs these alone. What a part
 * prints when it fails replays it; how long it runs is said by the variables below, which may be set to something else.
 */

import { runJobs } from './jobs.mjs';
import { ensureSetUp } from './setup.mjs';

/** Where each lies, and what makes it long. */
const PARTS = {
  model: ['test/model', { FAKEXEN_MODEL_STEPS: 10_000_000 }],
  abi: ['test/abi', { FAKEXEN_ABI_RUNS: 2_000, FAKEXEN_ABI_BUFFERS: 1_000_000 }],
  surface: ['test/surface', { FAKEXEN_SURFACE_REQUESTS: 1_000_000 }],
  load: ['test/load', { FAKEXEN_LOAD_EXCHANGES: 1_000, FAKEXEN_LOAD_STREAMS: 500 }],
};
/** A part that prints no seed of its own takes the one it is given. */
const SEED = String(Date.now() % 2 ** 31);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`there is no ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}

ensureSetUp('all');
for (const part of ['MODEL', 'SURFACE', 'LOAD']) process.env[`FAKEXEN_${part}_SEED`] ??= SEED;
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const [folder, long] = PARTS[name];
  for (const [variable, value] of Object.entries(long)) process.env[variable] ??= String(value);
  process.stderr.write(`${name}: seed ${SEED}, unless FAKEXEN_…_SEED says another\n`);
  await runJobs({ [name]: ['node_modules/vitest/vitest.mjs', 'run', folder] });
}
