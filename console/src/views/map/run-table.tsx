/** The map as text: the cells that are alike, run by run. */

import { useSignal } from '@preact/signals';
import { hrefTo } from '../../navigation.js';
import {
  bytesInWords,
  hex,
  mappingInWords,
  marksInWords,
  rangeInWords,
  typesInWords,
} from './in-words.js';
import type { EptMap } from './map-cells.js';
import type { ViolationCounts } from './violations.js';

const AT_FIRST = 24;
const MOST = 400;

interface Props {
  readonly domid: number;
  readonly map: EptMap;
  readonly violations: ViolationCounts;
}

export function RunTable({ domid, map, violations }: Props) {
  const most = useSignal(AT_FIRST);
  const { runs, order } = map;
  const left = runs.length - most.value;
  return (
    <section>
      <table class="map-runs">
        <caption>The same as text</caption>
        <thead>
          <tr>
            <th scope="col">gfns</th>
            <th scope="col">Size</th>
            <th scope="col">Type</th>
            <th scope="col">Mapped by</th>
            <th scope="col">Marks</th>
            <th scope="col">Stumbled</th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, most.value).map((run) => {
            const first = Number(run.first_gfn);
            const pages = run.cells * 2 ** order;
            return (
              <tr key={run.first_gfn}>
                <th scope="row">
                  <a class="mono" href={hrefTo({ view: 'map', domid, query: { gfn: hex(first) } })}>
                    {rangeInWords(first, pages)}
                  </a>
                </th>
                <td>{bytesInWords(pages)}</td>
                <td>{typesInWords(run)}</td>
                <td>{mappingInWords(run)}</td>
                <td>{marksInWords(run)}</td>
                <td>{violations.between(first, pages) || ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && most.value < MOST && (
        <button onClick={() => (most.value = MOST)}>
          {Math.min(left, MOST - AT_FIRST)} more rows
        </button>
      )}
      {left > 0 && most.value >= MOST && <p>{left} more: zoom in to see them.</p>}
    </section>
  );
}
