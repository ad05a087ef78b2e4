import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that leave the process as they found it: one import serves them all. */
const SHARING = [
  'hypervisor',
  'x86',
  'routes',
  'client',
  'console',
  'cli',
  'abi',
  'stories',
  'model',
  'surface',
  'examples',
  'privcmd',
  'xenstore',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SHARING, 'test/browser/**'],
        },
      },
    ],
  },
});
