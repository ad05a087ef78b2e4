/** Domains, as a toolstack handles them. */

import type { FastifyInstance, FastifySchema } from 'fastify';
import { SHUTDOWN_REASON, type Host } from '../../hypervisor/index.js';
import { describeDomain, domainAnswer, domainBody, domainSpecOf } from './domain-word.js';
import { DOMAIN } from '../openapi/examples.js';
import { array } from '../wire/json-words.js';
import { locationOf } from '../http/location.js';
import { schemaOf, type Answer, type Errnos, type Operation } from '../openapi/operation.js';
import { requireRoom } from '../world/require-room.js';
import { struct } from '../wire/struct.js';
import { DOMID, domidLike } from '../wire/url-words.js';
import { oneOf, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { hostOf, worldOf } from '../world/world-of.js';

interface OfDomain {
  Params: { domid: number };
}

const params = struct({ domid: DOMID });
const domains = struct({ domains: array(domainAnswer, 'By domid; dom0 is not among them.') });
const NO_DOMAIN: Errnos = { ESRCH: 'There is no such domain.' };

const described = (description: string): Answer => ({
  description,
  schema: domainAnswer.answer,
  example: DOMAIN,
});

export function domainRoutes(app: FastifyInstance): void {
  app.post<{ Body: object }>('/domains', { schema: CREATE }, (request, reply) => {
    const { host, limits } = worldOf(request);
    const { maxDomains: most } = limits;
    const are = host.domains.length;
    requireRoom('too-many-domains', 'max-domains', { are, most, what: 'domains are there' });
    const domain = host.createDomain(domainSpecOf(domainBody.decode(request.body)));
    reply.code(201).header('location', locationOf(request, domain.domid));
    return describeDomain(domain);
  });

  app.get('/domains', { schema: LIST }, (request) => ({
    domains: hostOf(request).domains.map(describeDomain),
  }));

  app.get<OfDomain>('/domains/:domid', { schema: GET }, (request) =>
    describeDomain(hostOf(request).domain(request.params.domid)),
  );

  app.delete<OfDomain>('/domains/:domid', { schema: DESTROY }, (request, reply) => {
    hostOf(request).destroyDomain(request.params.domid);
    return reply.code(204).send();
  });

  for (const { url, schema, does } of VERBS)
    app.post<OfDomain & { Body: object | null }>(
      `/domains/:domid/${url}`,
      { schema },
      (request) => {
        const host = hostOf(request);
        const { domid } = request.params;
        does(host, domid, request.body);
        return describeDomain(host.domain(domid));
      },
    );
}

const CREATE = schemaOf({
  id: 'createDomain',
  tag: 'domains',
  summary: 'Create a domain',
  description:
    'With its memory populated by the largest mappings that fit, and unless `special_pages` is false the gfns set ' +
    'aside that a toolstack sets aside: max_mapped_gfn is then 0xfefff.',
  body: domainBody.schema,
  example: { name: 'guest', vcpus: 1, memory_mib: 16 },
  answers: {
    201: {
      ...described('The new domain.'),
      headers: { location: { type: 'string', description: 'Where it is from now on.' } },
    },
  },
  errnos: {
    EINVAL:
      'A number is out of bounds, a profile or knob is not known, or extents do not fit their order.',
    EEXIST: 'The domid is in use.',
    ENODEV: 'A parameter is of a whole PC, which `emulation` does not ask for.',
    EOPNOTSUPP: 'The profile has no shadow paging, which a domain without HAP needs.',
    ENOMEM: 'The machine has no frames left, or no domid.',
  },
  problems: { 'too-many-domains': 'The host has as many domains as it may (`max-domains`).' },
});

const LIST = schemaOf({
  id: 'listDomains',
  tag: 'domains',
  summary: 'The domains of the host',
  description: 'Every domain but dom0.',
  answers: {
    200: { description: 'The domains.', schema: domains.answer, example: { domains: [DOMAIN] } },
  },
});

const GET = schemaOf({
  id: 'getDomain',
  tag: 'domains',
  summary: 'What has become of a domain',
  description: 'How it was made, and how it stands.',
  params,
  answers: { 200: described('The domain.') },
  errnos: NO_DOMAIN,
});

const DESTROY = schemaOf({
  id: 'destroyDomain',
  tag: 'domains',
  summary: 'Destroy a domain',
  description: 'Its ioreq servers go with it; whoever waits on it is told.',
  params: struct({ domid: domidLike(2) }),
  answers: { 204: { description: 'It is gone.' } },
  errnos: NO_DOMAIN,
});

const shutdownBody = struct({
  reason: optional(oneOf(SHUTDOWN_REASON, u32('Why.')), SHUTDOWN_REASON.poweroff),
});

interface Verb {
  readonly url: string;
  readonly schema: FastifySchema;
  readonly does: (host: Host, domid: number, body: unknown) => void;
}

const verb = (
  operation: Pick<Operation, 'id' | 'summary' | 'description' | 'body' | 'example'>,
  errnos: Errnos = {},
): FastifySchema =>
  schemaOf({
    ...operation,
    tag: 'domains',
    params,
    answers: { 200: described('The domain as it is now.') },
    errnos: { ...NO_DOMAIN, ...errnos },
  });

/** What each verb does; all of them answer the domain. */
const VERBS: readonly Verb[] = [
  {
    url: 'pause',
    schema: verb(
      {
        id: 'pauseDomain',
        summary: 'Pause a domain',
        description: 'Pauses nest: it takes as many unpauses before the domain runs again.',
      },
      { EOVERFLOW: 'Its toolstack has paused it 255 times.' },
    ),
    does: (host, domid) => host.pauseDomain(domid),
  },
  {
    url: 'unpause',
    schema: verb(
      { id: 'unpauseDomain', summary: 'Unpause a domain', description: 'Takes one pause back.' },
      { EINVAL: 'Its toolstack has not paused it.' },
    ),
    does: (host, domid) => host.unpauseDomain(domid),
  },
  {
    url: 'shutdown',
    schema: verb({
      id: 'shutdownDomain',
      summary: 'Shut a domain down',
      description:
        'Its vcpus stop, one that waits for a device model when that has answered. The first reason counts.',
      body: shutdownBody.schema,
      example: { reason: 'suspend' },
    }),
    does: (host, domid, body) => host.shutdownDomain(domid, shutdownBody.decode(body).reason),
  },
  {
    url: 'resume',
    schema: verb({
      id: 'resumeDomain',
      summary: 'Resume a domain',
      description: 'Takes a shutdown back.',
    }),
    does: (host, domid) => host.resumeDomain(domid),
  },
];
