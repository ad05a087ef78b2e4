/** The console in a real browser, one file after another: two of them would share the processors. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    isolate: false,
    globalSetup: 'test/browser/support/chromium.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
