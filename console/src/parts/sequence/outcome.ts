/** What the explorer answers. */

import type { Answer } from '../../api.js';

export type Exploration = Answer<'explore'>;
export type Outcome = Exploration['outcomes'][number];
