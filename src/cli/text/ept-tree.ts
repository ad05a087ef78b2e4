/** The walk of one gfn as a tree: each level below the one that points to it. */

import type { operations } from '../../client/api.js';

export type EptWalk = operations['getEptWalk']['responses'][200]['content']['application/json'];
type Entry = EptWalk['levels'][number];

/** The SDM's names, by Xen's numbers of the levels. */
const TABLES = ['PTE', 'PDE', 'PDPTE', 'PML4E'] as const;
const MEMORY_TYPES = ['UC', 'WC', '?', '?', 'WT', 'WP', 'WB', '?'] as const;

export function eptTree(domid: number, { gfn, levels, outcome }: EptWalk): string {
  const lines = levels.map(
    (entry, depth) => `${'   '.repeat(depth)}└─ ${TABLES[entry.level] ?? ''} ${inWords(entry)}`,
  );
  const end = `${'   '.repeat(levels.length)}└─ ${outcome}`;
  return [`domain ${domid}, gfn ${gfn}`, ...lines, end].join('\n');
}

function inWords(entry: Entry): string {
  const { index, raw, r, w, x, mfn } = entry;
  const permissions = `${r ? 'r' : '-'}${w ? 'w' : '-'}${x ? 'x' : '-'}`;
  const leaf = isLeaf(entry) ? leafInWords(entry) : [];
  return [`[${index}]`, raw, permissions, `mfn ${mfn}`, ...leaf].join('  ');
}

const isLeaf = ({ level, sp }: Entry) => level === 0 || sp;

function leafInWords({ p2mt, access, emt, ipat, a, d, sp, recalc }: Entry): string[] {
  const flags = { superpage: sp, ipat, accessed: a, dirty: d, recalc };
  const set = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []));
  return [p2mt, access, MEMORY_TYPES[emt] ?? '', ...set];
}
