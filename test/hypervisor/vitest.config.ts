/** What the tests reach of the core (`npm run coverage`), and what those of each of its folders notice (`npm run mutate`). */

import { defineConfig } from 'vitest/config';

/** Of the core, whose own tests alone are run; `.`: those of the files in no folder. */
const FOLDER = process.env['FAKEXEN_CORE_FOLDER'];
const OWN = FOLDER === '.' ? '*' : `${FOLDER}/**/*`;

const REACHING = ['hypervisor', 'routes', 'stories'].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: FOLDER === undefined ? REACHING : [`test/hypervisor/${OWN}.test.ts`],
    testTimeout: 20_000,
    // A mutant must not find what the code before it has remembered.
    isolate: FOLDER !== undefined,
    coverage: {
      provider: 'v8',
      include: ['src/hypervisor/**'],
      reportsDirectory: 'coverage/core',
      reporter: ['text-summary', 'html'],
      /** They may rise, and never fall: below 100 by what random tests do not reach each time, and by what no test of a few seconds does. */
      thresholds: { lines: 99.95, branches: 99.8, functions: 100, statements: 99.95 },
    },
  },
});
