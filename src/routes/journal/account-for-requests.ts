/** What happens while a request is handled is on its account. */

import type { FastifyInstance } from 'fastify';
import { hostOf, isOfHost } from '../world/world-of.js';
import { onAccountOf } from './account.js';

/** Of the routes that are added from now on. */
export function accountForRequests(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const journal = isOfHost(request) ? hostOf(request).journal : undefined;
      return onAccountOf(journal, request.id, () => handler.call(this, request, reply));
    };
  });
}
