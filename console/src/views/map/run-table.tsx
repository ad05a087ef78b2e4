/** The map as text: the cells that are alike, run by run. */

import { hrefTo } from '../../navigation.js';
import {
  bytesInWords,
  mappingInWords,
  marksInWords,
  rangeInWords,
  typesInWords,
} from './in-words.js';
import { ColumnHeads } from '../../parts/column-heads.js';
import type { CellRun, EptMap } from './map-cells.js';
import type { ViolationCounts } from './violations.js';

const MOST = 200;

interface Props {
  readonly domid: number;
  readonly map: EptMap;
  readonly violations: ViolationCounts;
}

type Column = (run: CellRun, first: number, pages: number) => string | number;

export function RunTable({ domid, map, violations }: Props) {
  const columns: Readonly<Record<string, Column>> = {
    Size: (_, __, pages) => bytesInWords(pages),
    Type: typesInWords,
    'Mapped by': mappingInWords,
    Marks: marksInWords,
    Stumbled: (_, first, pages) => violations.between(first, pages) || '',
  };
  const left = map.runs.length - MOST;
  return (
    <div class="map-runs">
      <table>
        <caption>The same as text</caption>
        <ColumnHeads names={['gfns', ...Object.keys(columns)]} />
        <tbody>
          {map.runs.slice(0, MOST).map((run) => {
            const pages = run.cells * 2 ** map.order;
            const first = Number(run.first_gfn);
            return (
              <tr key={first}>
                <th scope="row" class="mono">
                  <a href={hrefTo({ view: 'map', domid, query: { gfn: run.first_gfn } })}>
                    {rangeInWords(first, pages)}
                  </a>
                </th>
                {Object.entries(columns).map(([name, column]) => (
                  <td key={name}>{column(run, first, pages)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && <p>And {left} more: zoom in to see them.</p>}
    </div>
  );
}
