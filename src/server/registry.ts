/** What `/metrics` says (Prometheus): read off the tallies when it is asked, so that counting costs next to nothing. */

import { Registry, collectDefaultMetrics, type Metric } from 'prom-client';
import { callCounts } from '../routes/calls/call-tally.js';
import type { Hosts } from '../routes/hosts/hosts.js';
import { IOREQS } from '../routes/world/ioreq-tally.js';
import type { World } from '../routes/world/world.js';
import { BUCKETS, type RouteTally } from './request-tally.js';

interface Sample {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  /** Where a metric has several series. */
  readonly metricName?: string;
}

/** One metric: what it is, and what it is now. */
interface Row {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: (from: Sources) => Iterable<Sample>;
}

export interface Sources {
  readonly hosts: Hosts;
  readonly tallies: readonly RouteTally[];
}

const single = (value: number): Sample[] => [{ value, labels: {} }];

const sumOf = (what: (world: World) => number) => (from: Sources) =>
  single(from.hosts.all.reduce((sum, { world }) => sum + what(world), 0));

const DURATION = 'fakexen_http_request_duration_seconds';

const ROWS: readonly Row[] = [
  {
    name: 'fakexen_http_requests_total',
    type: 'counter',
    help: 'Requests that were answered, by route and status.',
    *samples({ tallies }) {
      for (const { method, route, statuses } of tallies)
        for (const [status, value] of statuses) yield { value, labels: { method, route, status } };
    },
  },
  {
    name: 'fakexen_hypercalls_total',
    type: 'counter',
    help: 'Hypercalls that were issued, by what they returned.',
    *samples() {
      for (const { op, errno, calls } of callCounts())
        yield { value: calls, labels: { op, errno } };
    },
  },
  {
    name: 'fakexen_ioreqs_total',
    type: 'counter',
    help: 'Requests that ioreq servers were sent, by the shared page or the buffered ring.',
    *samples() {
      for (const [by, value] of Object.entries(IOREQS)) yield { value, labels: { by } };
    },
  },
  {
    name: DURATION,
    type: 'histogram',
    help: 'How long answers took, waits for a device model included.',
    *samples({ tallies }) {
      for (const tally of tallies) if (tally.statuses.size > 0) yield* durationsOf(tally);
    },
  },
  {
    name: 'fakexen_hosts',
    type: 'gauge',
    help: 'Hosts, the default one among them.',
    samples: ({ hosts }) => single(hosts.size),
  },
  {
    name: 'fakexen_domains',
    type: 'gauge',
    help: 'Domains of all hosts, without dom0.',
    samples: sumOf(({ host }) => host.domains.length),
  },
  {
    name: 'fakexen_backed_pages',
    type: 'gauge',
    help: 'Pages of guest memory that have contents.',
    samples: sumOf(({ host }) => host.machine.backed),
  },
  {
    name: 'fakexen_waiting_requests',
    type: 'gauge',
    help: 'Requests that wait for something to happen on a host.',
    samples: sumOf(({ waiting }) => waiting.nr),
  },
];

/** With those of the process and of Node: processor, memory, event loop lag, garbage collection. */
export function registryOf(from: Sources): Registry {
  const registry = new Registry();
  for (const row of ROWS) registry.registerMetric(metricOf(row, from));
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** A metric of the registry that keeps nothing itself; its type wants the methods that count. */
function metricOf({ samples, ...described }: Row, from: Sources): Metric {
  const metric = {
    ...described,
    get: () => Promise.resolve({ ...described, aggregator: 'sum', values: [...samples(from)] }),
  };
  return metric as unknown as Metric;
}

/** Each bucket holds what the ones below it hold too. */
function* durationsOf({ method, route, buckets, seconds }: RouteTally): Generator<Sample, void> {
  const labels = { method, route };
  let answers = 0;
  for (const [n, count] of buckets.entries()) {
    answers += count;
    const le = BUCKETS[n] ?? '+Inf';
    yield { metricName: `${DURATION}_bucket`, value: answers, labels: { ...labels, le } };
  }
  yield { metricName: `${DURATION}_sum`, value: seconds, labels };
  yield { metricName: `${DURATION}_count`, value: answers, labels };
}
