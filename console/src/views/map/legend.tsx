/** What colours and marks mean: of those that are to be seen. */

import { hrefTo } from '../../navigation.js';
import { bytesInWords } from './in-words.js';
import type { P2mType, Totals } from './map-cells.js';
import { tokenOf } from './type-token.js';

const MEANS: Partial<Record<P2mType, string>> = {
  ram_rw: 'RAM',
  ram_ro: 'RAM, writes are dropped',
  ram_logdirty: 'RAM, the next write is noted',
  ioreq_server: 'RAM, writes go to an ioreq server',
  mmio_dm: 'nothing: a device model answers',
};

interface Props {
  readonly domid: number;
  readonly totals: Totals;
  readonly violations: number;
}

export function Legend({ domid, totals, violations }: Props) {
  const { types, recalc, misconfigured } = totals;
  const marks: readonly (readonly [name: string, isSeen: boolean, means: string])[] = [
    ['recalc', recalc, 'marked: its type is to be recalculated'],
    ['misconfigured', misconfigured, 'the next access is an EPT misconfiguration'],
    ['violations', violations > 0, 'guests have stumbled here, so often'],
  ];
  return (
    <ul class="map-legend" aria-label="Legend">
      {types.map(({ type, gfns, first }) => (
        <li key={type}>
          <i ref={(swatch) => swatch?.style.setProperty('background', `var(${tokenOf(type)})`)} />
          <a href={hrefTo({ view: 'map', domid, query: { gfn: first } })}>{type}</a> {MEANS[type]}{' '}
          <span class="soft">{bytesInWords(gfns)}</span>
        </li>
      ))}
      {marks.map(
        ([name, isSeen, means]) =>
          isSeen && (
            <li key={name}>
              <i class={`map-${name}`} />
              {means}
            </li>
          ),
      )}
    </ul>
  );
}
