/** How often each route was asked, what it answered and how long that took: counted when an answer has gone. */

import type { FastifyInstance } from 'fastify';

/** Upper ends, in seconds: from a hypercall to a request that waits. */
export const BUCKETS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30] as const;

const BUCKETS_MS = BUCKETS.map((seconds) => seconds * 1000);

export class RouteTally {
  readonly method: string;
  readonly route: string;
  /** Answers by status. */
  readonly statuses = new Map<number, number>();
  /** Answers by the bucket that they fall into; the last is of those that no bucket holds. */
  readonly buckets = new Float64Array(BUCKETS.length + 1);
  seconds = 0;

  constructor(method: string, route: string) {
    this.method = method;
    this.route = route;
  }

  count(status: number, ms: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    let bucket = 0;
    while (bucket < BUCKETS_MS.length && ms > (BUCKETS_MS[bucket] as number)) bucket++;
    this.buckets[bucket] = (this.buckets[bucket] as number) + 1;
    this.seconds += ms / 1000;
  }
}

/** Of every route that is added from then on; what no route takes is under `none`. */
export function tallyRequests(app: FastifyInstance): readonly RouteTally[] {
  const unrouted = new RouteTally('none', 'none');
  const tallies = [unrouted];

  app.addHook('onRoute', (route) => {
    const tally = new RouteTally([route.method].flat().join(), route.url);
    tallies.push(tally);
    route.onResponse = [
      ...[route.onResponse ?? []].flat(),
      (_request, reply, done) => {
        tally.count(reply.statusCode, reply.elapsedTime);
        done();
      },
    ];
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (request.is404) unrouted.count(reply.statusCode, reply.elapsedTime);
    done();
  });
  return tallies;
}
