/** On whose account things happen: a request's, while its handler runs, and when it goes on after a wait. */

import type { FastifyInstance } from 'fastify';
import type { Journal } from '../../hypervisor/index.js';
import { hostOf, isOfHost } from '../world-of.js';

export function onAccountOf<T>(
  journal: Journal | undefined,
  request: string | undefined,
  body: () => T,
): T {
  if (journal === undefined) return body();
  const before = journal.request;
  journal.onBehalfOf(request);
  try {
    return body();
  } finally {
    journal.onBehalfOf(before);
  }
}

/** Waits for something, during which others have their own accounts; who goes on has to leave his in the end. */
export async function meanwhile<T>(journal: Journal | undefined, wait: Promise<T>): Promise<T> {
  const account = journal?.request;
  journal?.onBehalfOf(undefined);
  try {
    return await wait;
  } finally {
    journal?.onBehalfOf(account);
  }
}

/** Every handler of the routes that are added from now on runs on the account of its request. */
export function accountForRequests(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const journal = isOfHost(request) ? hostOf(request).journal : undefined;
      return onAccountOf(journal, request.id, () => handler.call(this, request, reply));
    };
  });
}
