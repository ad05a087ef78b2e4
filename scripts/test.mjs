/** `npm test`: set up everything, check the sources, then run every test. Arguments go to vitest. */

import { runJobs } from './jobs.mjs';
import { ensureSetUp } from './setup.mjs';

ensureSetUp('all');
await runJobs({
  check: ['scripts/check.mjs'],
  tests: ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
});
