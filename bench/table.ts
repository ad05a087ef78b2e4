/** Rows for people: a table of Markdown, medians first. */

import type { Row } from './row.js';

const HEADINGS = ['operation', 'unit', 'median ns', 'min', 'max', 'Xen ns', 'ratio', 'target'];

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, unit, ns, nativeNs, ratio, target }) => [
    name,
    unit,
    rounded(ns.median),
    rounded(ns.min),
    rounded(ns.max),
    nativeNs === undefined ? '' : rounded(nativeNs),
    ratio === undefined ? '' : ratio.toFixed(2),
    target === undefined ? '' : `≤ ${target.toFixed(2)}`,
  ]);
  return [HEADINGS, HEADINGS.map(() => '---'), ...cells].map(lineOf).join('\n');
}

const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const rounded = (ns: number) => (ns < 1000 ? ns.toFixed(1) : Math.round(ns).toString());
