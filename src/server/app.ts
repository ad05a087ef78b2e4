/**
 * The service as one Fastify instance that listens nowhere yet. The order matters: who answers errors comes before
 * any route that declares what an error looks like, and the OpenAPI collector before any route that it is to see.
 */

import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Host } from '../hypervisor/index.js';
import { Hosts } from '../routes/hosts/hosts.js';
import type { Limits } from '../routes/world/limits.js';
import { routes } from '../routes/index.js';
import { requireToken } from './access-token.js';
import { answerClientError } from './client-error.js';
import { DEFAULT_CONNECTION_LIMITS, timeoutsOf, type ConnectionLimits } from './connections.js';
import { serveConsole } from './console.js';
import { serveDocs } from './docs.js';
import { answerFrameworkError, handleErrors } from './error-handler.js';
import { healthRoutes } from './health.js';
import { lazyLogger } from './lazy-logger.js';
import { serveMetrics } from './metrics.js';
import { describeApi } from './openapi.js';
import { REQUEST_IDS, RequestLog, echoRequestId } from './request-log.js';
import { tallyRequests } from './request-tally.js';
import { fieldErrors } from './schema-error.js';
import type { KeyPair } from './tls.js';
import { COMPILERS } from './validation.js';

declare module 'fastify' {
  interface FastifyInstance {
    hosts: Hosts;
  }
}

export interface AppOptions {
  /** The default one. */
  readonly host: Host;
  /** None by default: tests read answers, not logs. */
  readonly logger?: Logger;
  /** Without one everybody may call. */
  readonly token?: string | undefined;
  readonly limits?: Limits;
  readonly connections?: ConnectionLimits;
  /** Serves HTTPS. */
  readonly keyPair?: KeyPair | undefined;
}

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { host, limits, token } = options;
  const hosts = new Hosts(host, limits);
  const app = unrouted(options, hosts);

  app.decorate('hosts', hosts);
  app.decorate('readiness', { ready: true });
  app.removeContentTypeParser('text/plain'); // No route takes it.
  handleErrors(app);
  echoRequestId(app);
  if (token !== undefined) requireToken(app, token);
  capBodies(app, hosts.limits);
  const tallies = tallyRequests(app);
  await describeApi(app);
  await app.register(healthRoutes);
  serveMetrics(app, tallies);
  await app.register(routes, { hosts, fieldErrors });
  serveDocs(app);
  serveConsole(app);
  return app;
}

function unrouted(
  { logger, keyPair, connections = DEFAULT_CONNECTION_LIMITS }: AppOptions,
  hosts: Hosts,
): FastifyInstance {
  const timeouts = timeoutsOf(connections);
  const settings = {
    ...(logger !== undefined && { loggerInstance: lazyLogger(logger) }),
    ...REQUEST_IDS,
    logController: new RequestLog({ disableRequestLogging: logger === undefined }),
    schemaController: { compilersFactory: COMPILERS },
    return503OnClosing: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    requestTimeout: timeouts.requestTimeout,
    rewriteUrl: (message: IncomingMessage) => hosts.route(message),
  };
  const app =
    keyPair === undefined
      ? fastify({ ...settings, http: timeouts })
      : fastify({ ...settings, https: { ...keyPair, ...timeouts } });
  app.server.maxConnections = connections.maxConnections;
  return app;
}

/** Routes that take more than most, take no more than is allowed. */
function capBodies(app: FastifyInstance, { maxBodyMib }: Limits): void {
  app.addHook('onRoute', (route) => {
    if (route.bodyLimit !== undefined)
      route.bodyLimit = Math.min(route.bodyLimit, maxBodyMib * 2 ** 20);
  });
}
