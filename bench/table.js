/** Rows for people, as a table of Markdown. */
import { isMet } from './row.js';
const HEADINGS = ['row', 'value', 'reference', 'ratio', 'target', 'met'];
export const headingOf = () => lines([HEADINGS, HEADINGS.map(() => '---')]);
export function lineOf(row) {
    const { name, unit, value, reference, ratio, judged, op, target } = row;
    const limit = judged === 'ratio' ? `${rounded(target)} ×` : `${rounded(target)} ${unit}`;
    return lines([
        [
            name,
            `${rounded(value)} ${unit}`,
            reference === null ? '' : `${rounded(reference)} ${unit}`,
            ratio === null ? '' : rounded(ratio),
            `${op === '<=' ? '≤' : '≥'} ${limit}`,
            isMet(row) ? 'yes' : 'NO',
        ],
    ]);
}
const lines = (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const rounded = (value) => value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
