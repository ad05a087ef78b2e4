/** The fields of an EPT entry, from bit 63 down, as hardware and Xen lay them out. */

import type { Answer } from '../../answer.js';

export type WalkLevel = Answer<'getEptWalk'>['levels'][number];

export interface EntryField {
  readonly name: string;
  readonly bits: string;
  readonly of: (level: WalkLevel) => string | number;
}

/** By level. */
export const LEVEL_NAMES = ['PTE', 'PDE', 'PDPTE', 'PML4E'];

/** By number; 2 and 3 are none. */
const MEMORY_TYPES = ['UC', 'WC', '?', '?', 'WT', 'WP', 'WB', 'none'];
/** p2m_access_t, by number. */
const ACCESSES = ['n', 'r', 'w', 'rw', 'x', 'rx', 'wx', 'rwx', 'rx2rw', 'n2rwx'];

/** It leads to another table, and Xen keeps nothing of a page in it. */
export const isTable = ({ level, sp, r, w, x }: WalkLevel): boolean =>
  level > 0 && !sp && (r || w || x);

/** Since Xen 4.22 the access begins a bit higher, behind paging-write: the entries themselves tell. */
const accessBits = (levels: readonly WalkLevel[]): string =>
  levels.every(({ raw, access }) => ACCESSES[Number((BigInt(raw) >> 58n) & 15n)] === access)
    ? '61:58'
    : '62:59';

type Flag = 'suppress_ve' | 'recalc' | 'd' | 'a' | 'sp' | 'ipat' | 'x' | 'w' | 'r';
const flag = (name: Flag, bits: string): EntryField => ({
  name,
  bits,
  of: (level) => Number(level[name]),
});

export const fieldsOf = (levels: readonly WalkLevel[]): readonly EntryField[] => [
  flag('suppress_ve', '63'),
  { name: 'access', bits: accessBits(levels), of: ({ access }) => access },
  { name: 'p2mt', bits: '57:52', of: (level) => (isTable(level) ? '–' : level.p2mt) },
  { name: 'mfn', bits: '51:12', of: ({ mfn }) => mfn },
  flag('recalc', '10'),
  flag('d', '9'),
  flag('a', '8'),
  flag('sp', '7'),
  flag('ipat', '6'),
  { name: 'emt', bits: '5:3', of: ({ emt }) => `${emt} ${MEMORY_TYPES[emt]}` },
  flag('x', '2'),
  flag('w', '1'),
  flag('r', '0'),
];

/** Whether a field is what makes hardware stumble, or Xen look again. */
export const isMark = ({ name }: EntryField, { emt, recalc }: WalkLevel): boolean =>
  (name === 'emt' && emt === 7) || (name === 'recalc' && recalc);
