/**
 * The service as one Fastify instance that listens nowhere yet. The order matters: who answers errors comes before
 * any route that declares what an error looks like, and the OpenAPI collector before any route that it is to see.
 */

import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Host } from '../hypervisor/index.js';
import { Hosts } from '../routes/hosts.js';
import { routes } from '../routes/index.js';
import { serveDocs } from './docs.js';
import { answerFrameworkError, handleErrors } from './error-handler.js';
import { healthRoutes } from './health.js';
import { describeApi } from './openapi.js';
import { REQUEST_IDS, RequestLog, echoRequestId } from './request-log.js';
import { fieldErrors } from './schema-error.js';
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
  readonly logger?: FastifyBaseLogger;
}

export async function buildApp({ host, logger }: AppOptions): Promise<FastifyInstance> {
  const hosts = new Hosts(host);
  const app = fastify({
    ...(logger !== undefined && { loggerInstance: logger }),
    ...REQUEST_IDS,
    logController: new RequestLog({ disableRequestLogging: logger === undefined }),
    schemaController: { compilersFactory: COMPILERS },
    return503OnClosing: false,
    frameworkErrors: answerFrameworkError,
    rewriteUrl: (message) => hosts.route(message),
  });

  app.decorate('hosts', hosts);
  app.decorate('readiness', { ready: true });
  handleErrors(app);
  echoRequestId(app);
  await describeApi(app);
  await app.register(healthRoutes);
  await app.register(routes, { hosts, fieldErrors });
  serveDocs(app);
  return app;
}
