/** What colours and marks mean: of those that are to be seen. */

import { hrefTo } from '../../navigation.js';
import { bytesInWords } from './in-words.js';
import type { P2mType, Totals } from './map-cells.js';
import { tokenOf } from './palette.js';

const MEANS: Partial<Record<P2mType, string>> = {
  ram_rw: 'RAM',
  ram_ro: 'RAM, writes are dropped',
  ram_logdirty: 'RAM, its next write is noted',
  ioreq_server: 'RAM, writes go to an ioreq server',
  mmio_dm: 'hole: a device model answers',
  mmio_direct: 'a real device',
  populate_on_demand: 'RAM to be, at the first access',
};

interface Props {
  readonly domid: number;
  readonly totals: Totals;
  readonly violations: number;
}

export function Legend({ domid, totals, violations }: Props) {
  const { types, recalc, misconfigured } = totals;
  return (
    <ul class="map-legend" aria-label="Legend">
      {types.map(({ type, gfns, first }) => (
        <li key={type}>
          <i ref={(swatch) => swatch?.style.setProperty('background', `var(${tokenOf(type)})`)} />
          <a
            href={hrefTo({ view: 'map', domid, query: { gfn: first } })}
            title={`The first of them, gfn ${first}`}
          >
            {type}
          </a>{' '}
          {MEANS[type]} <span class="soft">{bytesInWords(gfns)}</span>
        </li>
      ))}
      {recalc && (
        <li>
          <i class="map-recalc" /> marked: its type is still to be recalculated
        </li>
      )}
      {misconfigured && (
        <li>
          <i class="map-misconfigured" /> the next access is an EPT misconfiguration
        </li>
      )}
      {violations > 0 && (
        <li>
          <i class="map-violations" /> guests have stumbled here: EPT violations and
          misconfigurations
        </li>
      )}
    </ul>
  );
}
