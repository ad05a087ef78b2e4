/** What a strip of pages shows beside their types. */

import { LEVELS } from '../../parts/trace-in-words.js';
import type { DrawnStretch } from './picture.js';

/** Marked entries keep what they say until somebody looks; who asks is told what they will be. */
export function markInWords({ markedLevel, entryType }: DrawnStretch): string {
  if (markedLevel === undefined) return '';
  return `if asked; marked at the ${LEVELS[markedLevel] ?? ''}, and the entries still say ${entryType}`;
}

export const rangeOf = ({ first_gfn, nr }: Pick<DrawnStretch, 'first_gfn' | 'nr'>): string =>
  `0x${first_gfn.toString(16)} – 0x${(first_gfn + nr - 1).toString(16)}`;
