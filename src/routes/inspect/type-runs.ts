/** A guest's pages as runs of one type. */

import { gfn, p2mTypeName, type Gfn, type P2m } from '../../hypervisor/index.js';
import { Turn } from '../world/turn.js';

export interface TypeRun {
  readonly first_gfn: Gfn;
  readonly nr: number;
  readonly type: string;
}

/** The runs among `nr` gfns from `first` on. Others have their turn meanwhile. */
export async function runsOf(p2m: P2m, first: number, nr: number): Promise<TypeRun[]> {
  const runs: { first_gfn: Gfn; nr: number; type: string }[] = [];
  const turn = new Turn();
  const end = first + nr;
  for (let at = first; at < end;) {
    const { type, order } = p2m.query(at);
    const next = Math.min(end, (Math.floor(at / 2 ** order) + 1) * 2 ** order);
    const name = p2mTypeName(type);
    const last = runs.at(-1);
    if (last?.type === name) last.nr += next - at;
    else runs.push({ first_gfn: gfn(at), nr: next - at, type: name });
    at = next;
    if (turn.isOver()) await turn.renew();
  }
  return runs;
}
