/** The timeline of one domain: what of it is seen, and what is chosen. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { entriesNow } from '../../live/feed.js';
import { place, restWith } from '../../navigation.js';
import { useNow } from '../../parts/use-now.js';
import { palette } from '../../parts/palette.js';
import { useServed } from '../../parts/use-served.js';
import { AXES, type AxisName } from './axis.js';
import { FilterForm } from './filter-form.js';
import { findAt } from './find-at.js';
import { lanesOf } from './lanes.js';
import { Legend } from './legend.js';
import { RecordPanel } from './record-panel.js';
import { RequestTable } from './request-table.js';
import { NO_FILTER, passes, seenIn, type Bounds } from './seen.js';
import { StandingVcpus } from './standing-vcpus.js';
import { whyStuck } from './stuck.js';
import { TimelineCanvas } from './timeline-canvas.js';
import { around, following, panned, spanOf, whole, zoomed } from './timeline-window.js';
import type { Request } from './timeline-model.js';
import type { TimelineWindow } from './timeline-window.js';
import { useModel } from './use-model.js';

const SPAN_AT_FIRST: Readonly<Record<AxisName, number>> = {
  order: 120,
  heard: 20_000,
  virtual: 20_000,
};

export function DomainTimeline({ domid }: { readonly domid: number }) {
  const all = entriesNow();
  const model = useModel(domid);
  const now = useNow();
  const axis = useSignal<AxisName>('order');
  const bounds = useSignal<Bounds>(NO_FILTER);
  const span = useSignal(SPAN_AT_FIRST.order);
  /** Undefined: the newest is followed. */
  const still = useSignal<TimelineWindow | undefined>(undefined);
  const { vcpus = [], servers = [] } = useServed(domid).value.value ?? {};
  const { query } = place.value;
  const filter = { ...bounds.value, vcpu: query['vcpu'] ? Number(query['vcpu']) : undefined };

  const { at } = AXES[axis.value];
  const newest = model.latest === undefined ? 0 : at(model.latest);
  const window = still.value ?? following(newest, span.value);
  const seen = seenIn(model, window, axis.value, filter);
  const lanes = lanesOf(model, servers);
  const asked = Number(query['seq'] ?? NaN);
  const request = model.requests.findLast(({ begin, delivered, completed }) =>
    [begin, delivered, completed].some((record) => record?.seq === asked),
  );
  const entry = request ? undefined : all.findLast(({ seq }) => seq === asked);
  const chosenAt = request?.begin ?? entry;
  const chosen = chosenAt?.seq;

  const choose = (seq: number | undefined) => restWith({ seq: seq?.toString() });
  const show = (change: TimelineWindow) => (still.value = change);
  const step = (by: number) => {
    const passing = model.requests.filter((one) => passes(one, filter));
    const index = passing.findIndex(({ begin }) => begin.seq === chosen);
    const next = index < 0 ? passing.at(-1) : passing[index + by];
    if (next === undefined) return;
    choose(next.begin.seq);
    if (at(next.begin) < window.left || at(next.begin) > window.right)
      show(around(at(next.begin), spanOf(window)));
  };

  useEffect(() => {
    if (chosenAt === undefined) return;
    const there = at(chosenAt);
    if (there < window.left || there > window.right) show(around(there, spanOf(window)));
  }, [chosen, chosenAt === undefined]);

  const reasonOf = (one: Request) => whyStuck(one, servers);
  const answered = model.requests.length - model.waiting.length;
  const words = `Requests: ${model.requests.length.toLocaleString('en')} remembered, ${answered.toLocaleString('en')} answered, ${model.waiting.length} waiting`;
  return (
    <>
      <FilterForm
        axis={axis.value}
        filter={filter}
        vcpus={vcpus.map(({ id }) => id)}
        onAxis={(name) => {
          axis.value = name;
          span.value = SPAN_AT_FIRST[name];
          still.value = undefined;
        }}
        onVcpu={(vcpu) => restWith({ vcpu })}
        onBounds={(change) => (bounds.value = { ...bounds.value, ...change })}
      >
        <button
          type="button"
          onClick={() => show(zoomed(window, 1 / 2, window.right))}
          aria-label="Zoom in"
        >
          +
        </button>
        <button
          type="button"
          onClick={() => show(zoomed(window, 2, window.right))}
          aria-label="Zoom out"
        >
          −
        </button>
        <button
          type="button"
          onClick={() => {
            const first = model.requests[0]?.begin ?? model.marks[0];
            if (first !== undefined) show(whole(at(first), newest));
          }}
        >
          All of it
        </button>
        <button
          type="button"
          disabled={still.value === undefined}
          onClick={() => (still.value = undefined)}
        >
          Follow the newest
        </button>
      </FilterForm>
      <p role="status">{words}</p>
      <StandingVcpus vcpus={vcpus} waiting={model.waiting} />
      <TimelineCanvas
        drawing={{
          lanes,
          seen,
          window,
          axis: axis.value,
          chosen,
          now,
          palette: palette.value,
          reasonOf,
        }}
        label={`Timeline of domain ${domid}: ${words}`}
        onZoom={(factor, middle) => {
          if (still.value === undefined) span.value = Math.max(4, span.value * factor);
          else show(zoomed(window, factor, middle));
        }}
        onPan={(by) => show(panned(window, by))}
        onPoint={(at, slack, lane) =>
          choose(findAt(seen, axis.value, { place: at, slack, lane: lanes[lane] }))
        }
        onStep={step}
        onFollow={() => (still.value = undefined)}
      />
      <p id="timeline-keys" class="soft">
        Wheel or + and − zoom, drag or Page keys move, ← and → go from request to request, End
        follows the newest.
      </p>
      <Legend />
      <RecordPanel domid={domid} request={request} entry={entry} servers={servers} />
      <RequestTable requests={seen.requests} servers={servers} chosen={chosen} onChoose={choose} />
    </>
  );
}
