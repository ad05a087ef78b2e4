/** What a strip of pages shows, for those who do not see it, and to be sure for those who do. */

import type { DrawnStretch } from './picture.js';

const LEVELS = ['PTE', 'PDE', 'PDPTE', 'PML4E'];

export function stretchInWords({ runs, markedLevel, entryType }: DrawnStretch): string {
  const types = runs.map(({ nr, type }) => `${nr} × ${type}`).join(', then ');
  if (markedLevel === undefined) return types;
  const mark = `marked for recalculation at the ${LEVELS[markedLevel] ?? ''}`;
  return `${mark}: the entries still say ${entryType}, Xen answers ${types}`;
}

export const rangeOf = ({ first_gfn, nr }: Pick<DrawnStretch, 'first_gfn' | 'nr'>): string =>
  `0x${first_gfn.toString(16)} – 0x${(first_gfn + nr - 1).toString(16)}`;
