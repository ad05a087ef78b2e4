/** What each recorded operation is in the core, by the name that the recordings give it. */

import { DM_OPERATIONS } from './dm-operations.js';
import type { Operation } from './operation.js';
import { P2M_OPERATIONS } from './p2m-operations.js';
import { TRACKING_OPERATIONS } from './tracking-operations.js';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  nop: () => 0,
  ...P2M_OPERATIONS,
  ...DM_OPERATIONS,
  ...TRACKING_OPERATIONS,
};
