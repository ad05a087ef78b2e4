/** The tour: the seed's scenario from the first hypercall to the race that started the discussion. */

import { CLAIM_STEPS } from './steps-claim.js';
import { DISCLAIM_STEPS } from './steps-disclaim.js';
import { RACE_STEPS } from './steps-race.js';
import type { TourStep } from './tour-step.js';

export const STEPS: readonly TourStep[] = [...CLAIM_STEPS, ...DISCLAIM_STEPS, ...RACE_STEPS];
