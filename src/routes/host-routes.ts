/** Hosts: each a machine of its own, that knows nothing of the others. These routes are of the process. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PROFILES, type HostSettings } from '../hypervisor/index.js';
import type { Hosts } from './hosts.js';
import { array, integer, name, text } from './json-words.js';
import type { FieldErrors } from './field-errors.js';
import { schemaOf } from './operation.js';
import { ProblemError, ownProblem } from './problem.js';
import { requireRoom } from './require-room.js';
import { SEED, domainCheckOf, seeded } from './seed.js';
import type { ServedHost } from './served-host.js';
import { struct, type StructValue } from './struct.js';
import { atRest } from './tasks.js';
import { withExample } from './url-words.js';
import { optional } from './word.js';

const PAGES_PER_MIB = 256;
/** What Xen keeps of the machine for itself. */
const XEN_MIB = 16;
const MOST_MIB = 2 ** 24;
const MOST_BYTES = 4 * 2 ** 30;
const LONGEST_LIFE_S = 10 * 365 * 24 * 3600;

const NAME = text('Letters, digits, `.`, `_`, `-`; a letter or digit first.', {
  pattern: '^[A-Za-z0-9][\\w.-]{0,63}$',
});
const params = struct({ host: withExample(NAME, 'ci-7') });
const PROFILE = name(
  PROFILES.map(({ name }) => name),
  'The Xen that it runs, unless a domain asks for another.',
);
const TTL = integer(1, LONGEST_LIFE_S, 'It goes once nobody has used it for so many seconds.');
const MAX_DOMAINS = integer(0, 0x7ff0, 'Domains that it may have.');
const MEMORY = integer(XEN_MIB + 1, MOST_MIB, 'RAM of the machine in MiB; 16 of them are Xen’s.');
const BACKED = integer(1, 2 ** 32, 'Pages of guest memory that may have contents.');

const wanted = struct({
  ttl_s: optional(TTL),
  max_domains: optional(MAX_DOMAINS),
  memory_mib: optional(MEMORY),
  backed_pages: optional(BACKED),
  profile: optional(PROFILE),
  seed: optional(SEED),
});

const described = struct({
  name: NAME,
  ttl_s: optional(TTL),
  domains: integer(0, 0x7ff0, 'Domains that it has.'),
  max_domains: MAX_DOMAINS,
  memory_mib: MEMORY,
  backed_pages: BACKED,
  profile: PROFILE,
});
const all = struct({ hosts: array(described, 'By name.') });

interface OfHost {
  Params: { host: string };
}

export function hostRoutes(app: FastifyInstance, hosts: Hosts, fieldErrors: FieldErrors): void {
  app.put<OfHost & { Body: object | null }>(
    '/hosts/:host',
    { bodyLimit: MOST_BYTES, schema: PUT },
    async (request, reply) => {
      const { host: name } = request.params;
      const body = wanted.decode(request.body ?? {});
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
      return described.encode(describe(served));
    },
  );

  app.get('/hosts', { schema: LIST }, () => all.encode({ hosts: hosts.all.map(describe) }));

  app.get<OfHost>('/hosts/:host', { schema: GET }, ({ params: { host } }) =>
    described.encode(describe(hosts.get(host))),
  );

  app.delete<OfHost>('/hosts/:host', { schema: DELETE }, async ({ params }, reply) => {
    requireOther(hosts, params.host);
    const served = hosts.find(params.host) ?? (await hosts.archive?.load(params.host));
    const { host } = (served ?? hosts.get(params.host)).world;
    if (served !== undefined) hosts.remove(served, 'was deleted');
    await Promise.all([atRest(host), served && hosts.archive?.forget(served)]);
    return reply.code(204).send();
  });

  app.post<OfHost>('/hosts/:host/restore', { schema: RESTORE }, async ({ params }) => {
    const { host: name } = params;
    const served = hosts.find(name) ?? (await hosts.archive?.load(name)) ?? hosts.get(name);
    return described.encode(describe(served));
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

/** As the default host is built, but for what is asked; never of more than that. */
function settingsOf(
  { default: { settings } }: Hosts,
  { memory_mib, backed_pages, profile }: StructValue<typeof wanted.fields>,
): HostSettings {
  return {
    ...settings,
    backedPages: Math.min(settings.backedPages, backed_pages ?? settings.backedPages),
    profile: profile ?? settings.profile,
    ...(memory_mib !== undefined && { machineFrames: [[0, memory_mib * PAGES_PER_MIB - 1]] }),
  };
}

function describe({
  name,
  ttlMs,
  limits,
  world,
}: ServedHost): StructValue<typeof described.fields> {
  const { settings, domains } = world.host;
  const frames = settings.machineFrames.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    name,
    ttl_s: ttlMs === undefined ? undefined : ttlMs / 1000,
    domains: domains.length,
    max_domains: limits.maxDomains,
    memory_mib: Math.floor(frames / PAGES_PER_MIB),
    backed_pages: settings.backedPages,
    profile: settings.profile,
  };
}

const EXAMPLE = {
  name: 'ci-7',
  ttl_s: 600,
  domains: 0,
  max_domains: 16,
  memory_mib: 4096,
  backed_pages: 65_536,
  profile: '4.17',
};
const NO_HOST = {
  'no-such-host': 'There is no such host.',
  'host-gone': 'There was such a host: it was deleted, or not used for its time to live.',
  'host-not-loaded':
    'There is such a host in a file: post to `restore` of the problem to have it here.',
};

const PUT = schemaOf({
  id: 'putHost',
  tag: 'hosts',
  summary: 'Make a host',
  description:
    'All routes of a host serve it under `/hosts/{host}/`. It has domains, a journal, faults, a clock and limits of its ' +
    'own. One of that name that is there makes place for it: who waits on that is answered `host-gone`.',
  params,
  body: { ...wanted.schema, type: ['object', 'null'] },
  example: { ttl_s: 600, max_domains: 16, memory_mib: 4096 },
  answers: {
    201: {
      description: 'The new host.',
      schema: described.answer,
      example: EXAMPLE,
      headers: { location: { type: 'string', description: 'Where it is.' } },
    },
    200: {
      description: 'The new host, in place of one of that name.',
      schema: described.answer,
      example: EXAMPLE,
      headers: { location: { type: 'string', description: 'Where it is.' } },
    },
  },
  problems: {
    'default-host': 'The default host is the process’s own: reset it instead.',
    'too-many-hosts': 'The process has as many hosts as it may (`max-hosts`).',
    'broken-seed': 'The seed says what cannot be: `errors` points at it.',
    'broken-snapshot': 'The seed is a snapshot, and says what cannot be.',
  },
});

const LIST = schemaOf({
  id: 'listHosts',
  tag: 'hosts',
  summary: 'The hosts of the process',
  description: 'The default one, which is served at `/` as well, among them.',
  answers: {
    200: {
      description: 'The hosts.',
      schema: all.answer,
      example: { hosts: [EXAMPLE] },
    },
  },
});

const GET = schemaOf({
  id: 'getHost',
  tag: 'hosts',
  summary: 'One host',
  description:
    'What it may have, and how much it has. Looking at it so does not count as using it.',
  params,
  answers: { 200: { description: 'The host.', schema: described.answer, example: EXAMPLE } },
  problems: NO_HOST,
});

const DELETE = schemaOf({
  id: 'deleteHost',
  tag: 'hosts',
  summary: 'Delete a host',
  description:
    'Calls under way come to their end before this answers; requests that wait end with `host-gone`.',
  params,
  answers: { 204: { description: 'It is gone.' } },
  problems: { ...NO_HOST, 'default-host': 'The default host is the process’s own.' },
});

const RESTORE = schemaOf({
  id: 'loadHost',
  tag: 'hosts',
  summary: 'Load a host from its file',
  description:
    'With `--state-dir` hosts outlive the process that serves them: one that this process has not loaded is answered ' +
    '`host-not-loaded`, with this as its `restore`. One that is loaded stays as it is.',
  params,
  answers: {
    200: { description: 'The host is here.', schema: described.answer, example: EXAMPLE },
  },
  problems: { ...NO_HOST, 'broken-snapshot': 'The file holds none of this version.' },
});
