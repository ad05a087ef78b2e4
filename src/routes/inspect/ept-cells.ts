/** A guest's map in cells of equally many gfns, neighbours that are alike together. */

import {
  EptTally,
  gfn,
  P2MT,
  p2mTypeName,
  tallyOn,
  type Gfn,
  type P2m,
  type P2mTypeName,
} from '../../hypervisor/index.js';
import { Turn } from '../world/turn.js';

export interface TypeShare {
  readonly type: P2mTypeName;
  readonly nr: number;
  readonly first_gfn: Gfn;
}

export interface CellRun {
  readonly first_gfn: Gfn;
  readonly cells: number;
  readonly type: P2mTypeName;
  readonly mapping_order: number;
  readonly recalc: boolean;
  readonly misconfigured: boolean;
  readonly mixed?: readonly TypeShare[];
}

const TYPE_NUMBERS = Object.values(P2MT);

/** `cells` cells of `2^order` gfns from `first` on, all below the reach of the tables. Others have their turn meanwhile. */
export async function cellsOf(
  { tables }: P2m,
  first: number,
  order: number,
  cells: number,
): Promise<CellRun[]> {
  const runs: (CellRun & { cells: number })[] = [];
  const tally = new EptTally();
  const turn = new Turn();
  const pages = 2 ** order;
  for (let cell = 0; cell < cells; cell++) {
    const start = first + cell * pages;
    const last = start + pages - 1;
    tally.clear();
    for (let at = start; at <= last;) {
      at = tallyOn(tables, at, last, tally);
      if (turn.isOver()) await turn.renew();
    }
    const run = runs.at(-1);
    if (run !== undefined && continues(run, tally)) run.cells++;
    else runs.push({ first_gfn: gfn(start), cells: 1, ...described(tally) });
  }
  return runs;
}

/** Cells of several types stand alone. */
const continues = (run: CellRun, { types, recalc, misconfigured, order }: EptTally): boolean =>
  run.mixed === undefined &&
  types === 1 << P2MT[run.type] &&
  run.recalc === recalc &&
  run.misconfigured === misconfigured &&
  run.mapping_order === order;

function described(tally: EptTally): Omit<CellRun, 'first_gfn' | 'cells'> {
  const { types, recalc, misconfigured, order } = tally;
  const shares = TYPE_NUMBERS.filter((type) => (types & (1 << type)) !== 0)
    .map((type) => ({
      type: p2mTypeName(type),
      nr: tally.gfns[type] ?? 0,
      first_gfn: gfn(tally.firstGfn[type] ?? 0),
    }))
    .toSorted((a, b) => b.nr - a.nr);
  return {
    type: shares[0]?.type ?? 'mmio_dm',
    mapping_order: order,
    recalc,
    misconfigured,
    ...(shares.length > 1 && { mixed: shares }),
  };
}
