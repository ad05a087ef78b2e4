/** Hosts: each a machine of its own, that knows nothing of the others. These routes are of the process. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../problems/field-errors.js';
import { DELETE_HOST, GET_HOST, LIST_HOSTS, LOAD_HOST, PUT_HOST } from './host-operations.js';
import {
  describeHost,
  describedHost,
  describedHosts,
  settingsOf,
  wantedHost,
} from './host-word.js';
import type { Hosts } from './hosts.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { requireRoom } from '../world/require-room.js';
import { domainCheckOf, seeded } from './seed.js';
import { atRest } from '../world/tasks.js';

const MOST_BYTES = 4 * 2 ** 30;

interface OfHost {
  Params: { host: string };
}

export function hostRoutes(app: FastifyInstance, hosts: Hosts, fieldErrors: FieldErrors): void {
  app.put<OfHost & { Body: object | null }>(
    '/hosts/:host',
    { bodyLimit: MOST_BYTES, schema: PUT_HOST },
    async (request, reply) => {
      const { host: name } = request.params;
      const body = wantedHost.decode(request.body ?? {});
      requireOther(hosts, name);
      const before = hosts.find(name);
      if (before === undefined) requirePlace(hosts);
      const settings = settingsOf(hosts, body);
      const world = await seeded(body.seed, settings, domainCheckOf(request, fieldErrors));
      if (before !== undefined) hosts.remove(before, 'was made anew');
      const { limits } = hosts;
      const maxDomains = Math.min(limits.maxDomains, body.max_domains ?? limits.maxDomains);
      const served = hosts.add(name, world.host, {
        limits: { ...limits, maxDomains },
        seed: body.seed,
        ttlMs: body.ttl_s === undefined ? undefined : body.ttl_s * 1000,
      });
      world.furnish(served.world);
      await hosts.archive?.save(served);
      reply.code(before === undefined ? 201 : 200).header('location', `/hosts/${name}`);
      return describedHost.encode(describeHost(served));
    },
  );

  app.get('/hosts', { schema: LIST_HOSTS }, () =>
    describedHosts.encode({ hosts: hosts.all.map(describeHost) }),
  );

  app.get<OfHost>('/hosts/:host', { schema: GET_HOST }, ({ params: { host } }) =>
    describedHost.encode(describeHost(hosts.get(host))),
  );

  app.delete<OfHost>('/hosts/:host', { schema: DELETE_HOST }, async ({ params }, reply) => {
    requireOther(hosts, params.host);
    const served = hosts.find(params.host) ?? (await hosts.archive?.load(params.host));
    const { host } = (served ?? hosts.get(params.host)).world;
    if (served !== undefined) hosts.remove(served, 'was deleted');
    await Promise.all([atRest(host), served && hosts.archive?.forget(served)]);
    return reply.code(204).send();
  });

  app.post<OfHost>('/hosts/:host/restore', { schema: LOAD_HOST }, async ({ params }) => {
    const { host: name } = params;
    const served = hosts.find(name) ?? (await hosts.archive?.load(name)) ?? hosts.get(name);
    return describedHost.encode(describeHost(served));
  });

  app.all<OfHost>('/hosts/:host/*', { schema: { hide: true } }, (request) => {
    hosts.get(request.params.host);
    throw new ProblemError(ownProblem('no-such-route', `${pathOf(request)} is of no host`));
  });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;

function requireOther(hosts: Hosts, name: string): void {
  if (name !== hosts.default.name) return;
  throw new ProblemError(
    ownProblem('default-host', `${name} is the host of the process: reset it instead`),
  );
}

function requirePlace(hosts: Hosts): void {
  const { maxHosts: most } = hosts.limits;
  requireRoom('too-many-hosts', 'max-hosts', { are: hosts.size, most, what: 'hosts are there' });
}
