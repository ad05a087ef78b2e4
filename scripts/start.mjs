/** `npm start`: set up if need be, then serve in this process, with the example host seeded unless told otherwise. */

import { ensureSetUp } from './setup.mjs';

ensureSetUp('serve');
process.env.FAKEXEN_SEED ??= 'examples/xengt.yaml';
process.argv.splice(2, 0, 'serve');
await import('../dist/bundle/fakexen.js');
