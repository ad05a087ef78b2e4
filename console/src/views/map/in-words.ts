/** Numbers of pages and what is mapped, as people say it. */

import type { CellRun } from './map-cells.js';

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'];

export const hex = (n: number): string => `0x${n.toString(16)}`;

export function bytesInWords(pages: number): string {
  const unit = Math.min(Math.floor(Math.log2(pages * 4) / 10), UNITS.length - 1);
  const value = (pages * 4) / 2 ** (10 * unit);
  return `${Number(value.toPrecision(3))} ${UNITS[unit]}`;
}

export const pagesInWords = (pages: number): string =>
  `${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}, ${bytesInWords(pages)}`;

export const rangeInWords = (first: number, pages: number): string =>
  pages === 1 ? hex(first) : `${hex(first)} – ${hex(first + pages - 1)}`;

export const typesInWords = ({ type, mixed }: CellRun): string =>
  mixed === undefined
    ? type
    : mixed.map((share) => `${share.nr.toLocaleString('en')} ${share.type}`).join(', ');

export const marksInWords = ({ recalc, misconfigured }: CellRun): string =>
  [recalc && 'to be recalculated', misconfigured && 'misconfigured'].filter(Boolean).join(', ');

export const mappingInWords = ({ mapping_order, type, mixed }: CellRun): string =>
  type === 'mmio_dm' && mixed === undefined ? 'hole' : bytesInWords(2 ** mapping_order);

export function cellInWords(run: CellRun, first: number, pages: number): string {
  const marks = marksInWords(run);
  return [
    `gfn ${rangeInWords(first, pages)}`,
    `gpa ${hex(first * 4096)}`,
    typesInWords(run),
    mappingInWords(run) !== 'hole' && `mapped by ${mappingInWords(run)}`,
    marks,
  ]
    .filter(Boolean)
    .join(' · ');
}
