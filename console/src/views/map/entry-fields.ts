/** The fields of an EPT entry, from bit 63 down, as hardware and Xen lay them out. */

import type { Answer } from '../../api.js';

export type WalkLevel = Answer<'getEptWalk'>['levels'][number];

export interface EntryField {
  readonly name: string;
  readonly bits: string;
  readonly meaning: string;
  readonly of: (level: WalkLevel) => string;
}

export const LEVEL_NAMES: Readonly<Record<number, string>> = {
  3: 'PML4E',
  2: 'PDPTE',
  1: 'PDE',
  0: 'PTE',
};

const MEMORY_TYPES: Readonly<Record<number, string>> = {
  0: 'UC',
  1: 'WC',
  4: 'WT',
  5: 'WP',
  6: 'WB',
  7: 'none',
};
/** p2m_access_t, by number. */
const ACCESSES = ['n', 'r', 'w', 'rw', 'x', 'rx', 'wx', 'rwx', 'rx2rw', 'n2rwx', 'r_pw'];

const bit = (set: boolean) => (set ? '1' : '0');

/** It leads to another table, and Xen keeps nothing of a page in it. */
export const isTable = ({ level, sp, r, w, x }: WalkLevel): boolean =>
  level > 0 && !sp && (r || w || x);

/** Since Xen 4.22 the access begins a bit higher, behind paging-write: the entry itself tells. */
function accessBits(levels: readonly WalkLevel[]): string {
  const isHigher = levels.some(({ raw, access }) => {
    const found = Number((BigInt(raw) >> 58n) & 0xfn);
    return ACCESSES[found] !== access;
  });
  return isHigher ? '62:59' : '61:58';
}

export const fieldsOf = (levels: readonly WalkLevel[]): readonly EntryField[] => [
  {
    name: 'suppress_ve',
    bits: '63',
    meaning: 'suppress #VE',
    of: (level) => bit(level.suppress_ve),
  },
  {
    name: 'access',
    bits: accessBits(levels),
    meaning: 'what a monitor lets the guest do',
    of: ({ access }) => access,
  },
  {
    name: 'p2mt',
    bits: '57:52',
    meaning: 'the type that Xen remembers',
    of: (level) => (isTable(level) ? '–' : level.p2mt),
  },
  {
    name: 'mfn',
    bits: '51:12',
    meaning: 'machine frame of the page or of the next table',
    of: ({ mfn }) => mfn,
  },
  {
    name: 'recalc',
    bits: '10',
    meaning: 'the type is to be computed anew',
    of: (level) => bit(level.recalc),
  },
  { name: 'd', bits: '9', meaning: 'dirty', of: (level) => bit(level.d) },
  { name: 'a', bits: '8', meaning: 'accessed', of: (level) => bit(level.a) },
  { name: 'sp', bits: '7', meaning: 'maps a superpage', of: (level) => bit(level.sp) },
  { name: 'ipat', bits: '6', meaning: 'ignores the guest’s PAT', of: (level) => bit(level.ipat) },
  {
    name: 'emt',
    bits: '5:3',
    meaning: 'EPT memory type',
    of: ({ emt }) => `${emt} ${MEMORY_TYPES[emt] ?? ''}`,
  },
  { name: 'x', bits: '2', meaning: 'executable', of: (level) => bit(level.x) },
  { name: 'w', bits: '1', meaning: 'writable', of: (level) => bit(level.w) },
  { name: 'r', bits: '0', meaning: 'readable', of: (level) => bit(level.r) },
];

/** Whether a field is what makes hardware stumble, or Xen look again. */
export const isMark = ({ name }: EntryField, { emt, recalc }: WalkLevel): boolean =>
  (name === 'emt' && emt === 7) || (name === 'recalc' && recalc);
