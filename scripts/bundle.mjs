/** `node scripts/bundle.mjs`: what the image runs, and nothing that others are typed by. */

import { buildConsole, bundle } from './setup.mjs';

bundle();
buildConsole();
