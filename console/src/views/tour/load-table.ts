/** All that the tour tells, which is a file of its own. */

import url from 'virtual:tour-table';
import { jsonAsset } from '../../parts/json-asset.js';
import type { TourTable } from './tour-step.js';

export const loadTable = jsonAsset<TourTable>(url);
