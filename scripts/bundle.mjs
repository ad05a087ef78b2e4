/** `node scripts/bundle.mjs`: what the image runs, and nothing that others are typed by. */

import { bundle } from './setup.mjs';

bundle();
