/** What every route of a host works with. */

import type { Host } from '../hypervisor/index.js';
import type { Waiting } from './waiting.js';

export interface RouteContext {
  readonly host: Host;
  readonly waiting: Waiting;
}
