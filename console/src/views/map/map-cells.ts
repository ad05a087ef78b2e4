/** The cells of a map, and what they say in words and numbers. */

import type { Answer } from '../../answer.js';

export type EptMap = Answer<'getEptMap'>;
export type CellRun = EptMap['runs'][number];
export type P2mType = CellRun['type'];

/** Every cell by itself; those of a run are one and the same. */
export function spread({ runs }: Pick<EptMap, 'runs'>): CellRun[] {
  const cells: CellRun[] = [];
  for (const run of runs) for (let cell = 0; cell < run.cells; cell++) cells.push(run);
  return cells;
}

export interface Totals {
  /** Of each type that there is how many gfns and the lowest one, the most frequent first. */
  readonly types: readonly {
    readonly type: P2mType;
    readonly gfns: number;
    readonly first: string;
  }[];
  readonly recalc: boolean;
  readonly misconfigured: boolean;
}

export function totalsOf({ runs, order }: Pick<EptMap, 'runs' | 'order'>): Totals {
  const types = new Map<P2mType, { type: P2mType; gfns: number; first: string }>();
  for (const { cells, type, mixed, first_gfn } of runs)
    for (const share of mixed ?? [{ type, nr: cells * 2 ** order, first_gfn }]) {
      const total = types.get(share.type) ?? { type: share.type, gfns: 0, first: share.first_gfn };
      total.gfns += share.nr;
      types.set(share.type, total);
    }
  return {
    types: [...types.values()].toSorted((a, b) => b.gfns - a.gfns),
    recalc: runs.some(({ recalc }) => recalc),
    misconfigured: runs.some(({ misconfigured }) => misconfigured),
  };
}

/** The page of a cell that one wants to look at: of its rarest type the first. */
export const tellingGfn = ({ mixed }: CellRun, first: number): number =>
  mixed === undefined ? first : Number(mixed.at(-1)?.first_gfn);
