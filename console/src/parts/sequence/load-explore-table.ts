/** What the explorer tells and offers, which is a file of its own. */

import url from 'virtual:explore-table';
import { jsonAsset } from '../json-asset.js';
import type { Example } from './program.js';
import type { Points } from './rows.js';

export interface ExploreTable {
  /** What the explorer is. */
  readonly about: string;
  readonly points: Points;
  readonly examples: readonly Example[];
}

export const loadExploreTable = jsonAsset<ExploreTable>(url);
