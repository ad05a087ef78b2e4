/** The words for the steps of a trace, which are a file of their own. */

import url from 'virtual:trace-words';
import { jsonAsset } from './json-asset.js';
import type { TraceWords } from './trace-in-words.js';

export const loadTraceWords = jsonAsset<TraceWords>(url);
