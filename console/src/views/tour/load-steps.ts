/** The table of steps, which is a file of its own. */

import url from 'virtual:tour-steps';
import { jsonAsset } from '../../parts/json-asset.js';
import type { TourStep } from './tour-step.js';

export const loadSteps = jsonAsset<readonly TourStep[]>(url);
