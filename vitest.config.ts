import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of what has no process, socket or clock around it: one import serves them all. */
const PURE = ['test/hypervisor/**/*.test.ts', 'test/x86/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      { extends: true, test: { name: 'core', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PURE],
        },
      },
    ],
  },
});
