/** The map of one domain with all that belongs to it: strip, legend, page, walk and table. */

import { useEffect } from 'preact/hooks';
import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, place, restAt } from '../../navigation.js';
import type { Domain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { GoToPage } from './go-to-page.js';
import { bytesInWords, cellInWords, hex, pagesInWords, rangeInWords } from './in-words.js';
import { Legend } from './legend.js';
import { MapCanvas } from './map-canvas.js';
import { spread, tellingGfn, totalsOf } from './map-cells.js';
import {
  cellAt,
  CELLS,
  cellsWithin,
  fitting,
  gfnAt,
  gfnsOf,
  orderFor,
  panned,
  showing,
  windowAt,
  zoomed,
} from './map-window.js';
import { Overview } from './overview.js';
import { usePageFacts } from './page-facts.js';
import { PagePanel } from './page-panel.js';
import { RunTable } from './run-table.js';
import { useViolations } from './use-violations.js';
import { WalkTable } from './walk-table.js';

interface Props {
  readonly domain: Domain;
  readonly choice: ComponentChildren;
}

/** Records after which the map may be another. */
const CHANGES: ReadonlySet<Entry['kind']> = new Set([
  'hypercall',
  'p2m_type',
  'ioreq_claim',
  'ept_misconfig',
  'npf',
  'domain',
]);

export function DomainMap({ domain, choice }: Props) {
  const { domid, pages } = domain;
  const end = Number(domain.max_mapped_gfn) + 1;
  const chosen = useComputed(() => gfnIn(place.value.query['gfn']));
  const window = useSignal(fitting(pages, end));
  const focus = useSignal<number | undefined>(undefined);
  const violations = useViolations(domid);
  const concerns = (entry: Entry) => entry.domid === domid && CHANGES.has(entry.kind);
  const { first, order } = window.value;
  const { value, error } = useLive(
    (signal) => {
      const query = { first_gfn: hex(first), order, cells: cellsWithin(window.value, end) };
      const params = { path: { domid }, query };
      return answerOf(api.value.GET('/domains/{domid}/ept-map', { params, signal }));
    },
    concerns,
    [hostName.value, domid, first, order, end],
  );
  const map = value.value;
  const shown =
    map === undefined ? window.value : { first: Number(map.first_gfn), order: map.order };
  const cells = map === undefined ? [] : spread(map);
  const cellPages = 2 ** shown.order;

  const wanted = chosen.value;
  useEffect(() => {
    if (wanted !== undefined) window.value = showing(window.value, wanted, end);
  }, [wanted]);

  const focused = focus.value === undefined ? undefined : cells[focus.value];
  const focusedGfn = focus.value === undefined ? undefined : gfnAt(shown, focus.value);
  const looked =
    focused === undefined || focusedGfn === undefined ? wanted : tellingGfn(focused, focusedGfn);
  const facts = usePageFacts(domid, looked, concerns);
  const found = facts.value.value;
  const known = looked !== undefined && found?.walk.gfn === hex(looked) ? found : undefined;

  const choose = (gfn: number) => restAt({ query: { gfn: hex(gfn) } });
  const zoom = (by: number, cell?: number) => {
    const at = cell ?? focus.value;
    const gfn = at === undefined ? (wanted ?? shown.first) : gfnAt(shown, at);
    window.value = zoomed(window.value, by, gfn, end);
    if (at !== undefined) focus.value = Math.min(CELLS - 1, Math.max(0, cellAt(window.value, gfn)));
  };
  const pan = (rows: number) => (window.value = panned(window.value, rows, end));
  const lookedCell = looked === undefined ? -1 : cellAt(shown, looked);
  const shownGfns = Math.min(gfnsOf(shown), end - shown.first);
  const range = rangeInWords(shown.first, shownGfns);

  return (
    <>
      <div class="row map-controls">
        {choice}
        <GoToPage onGo={choose} />
        <span class="row" role="group" aria-label="Zoom">
          <button onClick={() => zoom(-1)} disabled={order === 0} aria-label="Zoom in">
            +
          </button>
          <button onClick={() => zoom(1)} disabled={order >= orderFor(end)} aria-label="Zoom out">
            −
          </button>
          <button onClick={() => zoom(99)} disabled={order >= orderFor(end)}>
            Whole guest
          </button>
        </span>
      </div>
      <ProblemLine error={error.value} />
      <Overview
        domid={domid}
        end={end}
        window={shown}
        concerns={concerns}
        onGo={(gfn) => (window.value = windowAt(gfn - gfnsOf(window.value) / 2, order, end))}
      />
      <p class="map-where">
        Shown: gfns <span class="mono">{range}</span> of{' '}
        <span class="mono">{rangeInWords(0, end)}</span>, {bytesInWords(shownGfns)} of{' '}
        {bytesInWords(end)}. A cell is {pagesInWords(cellPages)}.
      </p>
      {map && (
        <Legend
          domid={domid}
          totals={totalsOf(map)}
          violations={violations.between(shown.first, gfnsOf(shown))}
        />
      )}
      <div class="map-columns">
        <div>
          <MapCanvas
            window={shown}
            cells={cells}
            violations={violations.byGfn}
            focus={focus.value}
            chosen={chosen}
            label={`Map of domain ${domid}, gfns ${range}; the table below says the same`}
            onFocus={(cell) => (focus.value = cell)}
            onChoose={(cell) => {
              const run = cells[cell];
              if (run !== undefined) choose(tellingGfn(run, gfnAt(shown, cell)));
            }}
            onZoom={zoom}
            onPan={pan}
          />
          <p class="map-focus" aria-live="polite">
            {focused && focusedGfn !== undefined
              ? cellInWords(focused, focusedGfn, cellPages)
              : 'Point at a cell, or click it to see its entry.'}
          </p>
          <p id="map-keys" class="soft">
            Wheel or + and − zoom, 0 shows all, drag or Page keys move, arrows go from cell to cell,
            Enter opens the entry.
          </p>
        </div>
        {looked === undefined ? (
          <section class="card map-page soft">
            No page is chosen. Click one to see what its EPT entry holds, who gets the guest’s
            accesses to it, and what has happened to it.
          </section>
        ) : (
          <PagePanel
            domid={domid}
            gfn={looked}
            facts={known}
            cell={cells[lookedCell]}
            pagesOfCell={cellPages}
            firstOfCell={gfnAt(shown, lookedCell)}
          />
        )}
      </div>
      {known && <WalkTable walk={known.walk} />}
      {map && <RunTable domid={domid} map={map} violations={violations} />}
    </>
  );
}

function gfnIn(said: string | undefined): number | undefined {
  const gfn = Number(said ?? NaN);
  return Number.isSafeInteger(gfn) && gfn >= 0 ? gfn : undefined;
}
