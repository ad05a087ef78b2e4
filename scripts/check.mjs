/** `npm run check`: what can be said of the sources without running them. */

import { runSideBySide } from './jobs.mjs';
import { ensureInstalled } from './setup.mjs';

ensureInstalled('all');
await runSideBySide({
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  'console types': ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'console/tsconfig.json'],
  'types of its tests': [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '-p',
    'test/console/tsconfig.json',
  ],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  layers: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'console/src'],
  unused: ['node_modules/knip/bin/knip.js'],
});
