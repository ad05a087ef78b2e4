/** The map of one domain with all that belongs to it: strip, legend, page, walk and table. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, place, restAt } from '../../navigation.js';
import type { Domain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { bytesInWords, cellInWords, hex, pagesInWords, rangeInWords } from './in-words.js';
import { Legend } from './legend.js';
import { MapCanvas } from './map-canvas.js';
import { spread, tellingGfn, totalsOf } from './map-cells.js';
import { MapControls } from './map-controls.js';
import * as windows from './map-window.js';
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
  const window = useSignal(windows.fitting(pages, end));
  const focus = useSignal<number | undefined>(undefined);
  const violations = useViolations(domid);
  const concerns = (entry: Entry) => entry.domid === domid && CHANGES.has(entry.kind);
  const { first, order } = window.value;
  const { value, error } = useLive(
    (signal) => {
      const cells = windows.cellsWithin(window.value, end);
      const params = { path: { domid }, query: { first_gfn: hex(first), order, cells } };
      return answerOf(api.value.GET('/domains/{domid}/ept-map', { params, signal }));
    },
    concerns,
    [hostName.value, domid, first, order, end],
  );
  const map = value.value;
  const shown = map ? { first: Number(map.first_gfn), order: map.order } : window.value;
  const cells = map ? spread(map) : [];
  const gfns = Math.min(windows.gfnsOf(shown), end - shown.first);
  const range = rangeInWords(shown.first, gfns);

  const chosen = gfnIn(place.value.query['gfn']);
  useEffect(() => {
    if (chosen !== undefined) window.value = windows.showing(window.value, chosen, end);
  }, [chosen]);

  const gfnOf = (cell: number) => {
    const run = cells[cell];
    return run && tellingGfn(run, windows.gfnAt(shown, cell));
  };
  const at = focus.value ?? (chosen === undefined ? -1 : windows.cellAt(shown, chosen));
  const run = cells[at];
  const gfn = (focus.value === undefined ? undefined : gfnOf(focus.value)) ?? chosen;
  const facts = usePageFacts(domid, gfn, concerns).value.value;
  const known = facts && Number(facts.walk.gfn) === gfn ? facts : undefined;

  const choose = (which: number | undefined) =>
    which !== undefined && restAt({ query: { gfn: hex(which) } });
  const zoom = (by: number, cell = Math.max(at, 0)) => {
    const kept = windows.gfnAt(shown, cell);
    window.value = windows.zoomed(window.value, by, kept, end);
    if (focus.value !== undefined) focus.value = windows.cellAt(window.value, kept);
  };

  return (
    <>
      <MapControls
        choice={choice}
        isNearest={order === 0}
        isWhole={order >= windows.orderFor(end)}
        onGo={choose}
        onZoom={zoom}
      />
      <ProblemLine error={error.value} />
      <Overview
        domid={domid}
        end={end}
        window={shown}
        concerns={concerns}
        onGo={(middle) => (window.value = windows.around(window.value, middle, end))}
      />
      <p>
        Shown: gfns <span class="mono">{range}</span> of{' '}
        <span class="mono">{rangeInWords(0, end)}</span>, {bytesInWords(gfns)} of{' '}
        {bytesInWords(end)}. A cell is {pagesInWords(2 ** shown.order)}.
      </p>
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
            onChoose={(cell) => choose(gfnOf(cell))}
            onZoom={zoom}
            onPan={(rows) => (window.value = windows.panned(window.value, rows, end))}
          />
          <p class="map-focus" aria-live="polite">
            {run && cellInWords(run, windows.gfnAt(shown, at), 2 ** shown.order)}
          </p>
          {map && (
            <Legend
              domid={domid}
              totals={totalsOf(map)}
              violations={violations.between(shown.first, gfns)}
            />
          )}
          <p id="map-keys" class="soft">
            Wheel, + and − zoom, 0 shows all; drag and Page keys move; arrows go from cell to cell,
            click and Enter open one.
          </p>
        </div>
        {gfn === undefined ? (
          <section class="card soft">
            Click a page to see what its EPT entry holds, who gets the guest’s accesses to it, and
            what has happened to it.
          </section>
        ) : (
          <PagePanel domid={domid} gfn={gfn} facts={known} />
        )}
      </div>
      {facts && <WalkTable walk={facts.walk} />}
      {map && <RunTable domid={domid} map={map} violations={violations} />}
    </>
  );
}

function gfnIn(said: string | undefined): number | undefined {
  const gfn = Number(said ?? NaN);
  return Number.isSafeInteger(gfn) && gfn >= 0 ? gfn : undefined;
}
