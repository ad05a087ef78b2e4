/**
 * `node scripts/run.mjs serve|all [MODULE ARGUMENT…]`: set up what the level needs, then run the module
 * in this process, so that a signal reaches it and its exit status is ours.
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureSetUp } from './setup.mjs';

const [, , level, module, ...args] = process.argv;

ensureSetUp(level);
if (module !== undefined) {
  const file = resolve(module);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}
