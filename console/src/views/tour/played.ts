/** A call, what came back, and whether that is what the step says. */

import type { Answered } from './holds.js';
import type { TourCall } from './tour-step.js';

export interface Played extends Answered {
  readonly call: TourCall;
  readonly isAsExpected: boolean;
}
