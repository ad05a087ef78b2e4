/**
 * `npm run mutate`: changes the core in one small place after another, and looks whether its tests notice. Each folder of
 * src/hypervisor, and the files beside them (`.`), is held against the tests of the same folder alone, which is quicker, and
 * asks more of them. `npm run mutate -- ept p2m` runs these alone; what has not changed since the last time is not run again.
 */

import { readdirSync } from 'node:fs';
import { runJobs } from './jobs.mjs';
import { ensureInstalled } from './setup.mjs';

const CORE = 'src/hypervisor';
/** Files of the core that are in no folder of it. */
const TOP = '.';

const inside = readdirSync(CORE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const folders = [TOP, ...inside.map(({ name }) => name)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !folders.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`there is no ${unknown.join(', ')}: ${folders.join(', ')}\n`);
  process.exit(2);
}

ensureInstalled('all');
for (const folder of asked.length > 0 ? asked : folders) {
  process.env.FAKEXEN_CORE_FOLDER = folder;
  const kept = ['--incrementalFile', `coverage/mutation/${folder === TOP ? 'top' : folder}.json`];
  const which = ['--mutate', folder === TOP ? `${CORE}/*.ts` : `${CORE}/${folder}/**/*.ts`];
  await runJobs({
    [`mutate ${folder}`]: [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      'run',
      ...which,
      ...kept,
    ],
  });
}
