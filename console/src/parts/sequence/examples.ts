/** The programs that come with the project. */

import url from 'virtual:explore-examples';
import { jsonAsset } from '../json-asset.js';
import type { Example } from './program.js';

export const loadExamples = jsonAsset<readonly Example[]>(url);
