/** Watch a domain: be told of what the guest does against the restrictions of its memory, and let it go on. */

import type { FastifyInstance } from 'fastify';
import { Monitor, XenError, type Domain, type Host } from '../../hypervisor/index.js';
import { ENDED_WHILE_WAITING } from '../problems/ended-while-waiting.js';
import {
  describeEvent,
  exchangeAnswer,
  exchangeBody,
  monitorAnswer,
  monitorBody,
} from './monitor-word.js';
import { schemaOf, type Errnos } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { struct } from '../wire/struct.js';
import { DOMID } from '../wire/url-words.js';
import { hostOf, worldOf } from '../world/world-of.js';

interface OfDomain {
  Params: { domid: number };
}

const params = struct({ domid: DOMID });
const NO_DOMAIN: Errnos = { ESRCH: 'There is no such domain.' };
const STANDING = {
  description: 'How it stands.',
  schema: monitorAnswer.answer,
  example: { enabled: true, guest_requests: 'off', access_required: false, pending: 0 },
};

export function monitorRoutes(app: FastifyInstance): void {
  app.put<OfDomain & { Body: object }>('/domains/:domid/monitor', { schema: ENABLE }, (request) => {
    const { domid } = request.params;
    const domain = hostOf(request).domain(domid);
    requireHvm(domain);
    if (domain.monitor !== undefined)
      throw new XenError('EBUSY', `domain ${domid} is being watched`);
    const { access_required, guest_requests } = monitorBody.decode(request.body);
    domain.monitor = new Monitor(guest_requests);
    domain.accessRequired = access_required;
    return standing(domain);
  });

  app.get<OfDomain>('/domains/:domid/monitor', { schema: GET }, (request) =>
    standing(hostOf(request).domain(request.params.domid)),
  );

  app.delete<OfDomain>('/domains/:domid/monitor', { schema: DISABLE }, (request, reply) => {
    const host = hostOf(request);
    const domain = host.domain(request.params.domid);
    domain.monitor?.close();
    domain.monitor = undefined;
    host.settle(domain);
    return reply.code(204).send();
  });

  app.post<OfDomain & { Body: object }>(
    '/domains/:domid/monitor/exchange',
    { schema: EXCHANGE },
    async (request, reply) => {
      const { domid } = request.params;
      const { resume, max, wait_ms } = exchangeBody.decode(request.body);
      const { host, waiting } = worldOf(request);
      const domain = host.domain(domid);
      const monitor = watching(domain);
      if (resume.length === 0) waiting.admit(wait_ms);
      const stale = resume.filter((one) => !letGo(host, domain, monitor, one));
      const attempt = () => {
        if (domain.monitor !== monitor || domain.dying) throw gone(domid);
        return monitor.pending > 0 ? monitor.take(max) : undefined;
      };
      const events = await waiting.until(attempt, { ms: wait_ms, connection: reply.raw });
      return exchangeAnswer.encode({ events: (events ?? []).map(describeEvent), stale });
    },
  );
}

function letGo(
  host: Host,
  domain: Domain,
  monitor: Monitor,
  { vcpu: id, seq }: { readonly vcpu: number; readonly seq?: number | undefined },
): boolean {
  const vcpu = domain.vcpus[id];
  if (vcpu === undefined || !monitor.resume(vcpu, seq)) return false;
  host.settle(domain);
  return true;
}

function requireHvm({ domid, isHvm }: Domain): void {
  if (!isHvm) throw new XenError('EINVAL', `domain ${domid} is not HVM`);
}

function watching({ domid, monitor }: Domain): Monitor {
  if (monitor === undefined) throw new XenError('ENODEV', `nobody watches domain ${domid}`);
  return monitor;
}

const standing = ({ monitor, accessRequired }: Domain) =>
  monitorAnswer.encode({
    enabled: monitor !== undefined,
    guest_requests: monitor?.guestRequests,
    access_required: accessRequired,
    pending: monitor?.pending ?? 0,
  });

const gone = (domid: number) =>
  new ProblemError(ownProblem('domain-gone', `domain ${domid} is not watched any more`));

const ENABLE = schemaOf({
  id: 'enableMonitor',
  tag: 'domains',
  summary: 'Watch a domain',
  description:
    'From now on `memory/access_op` may restrict its pages, and what the guest does against that is told here; with ' +
    '`guest_requests` also what it asks for by `guest_request_vm_event`. On a real Xen it is domctl vm_event_op and ' +
    'monitor_op, and a ring.',
  params,
  body: monitorBody.schema,
  example: { access_required: false },
  answers: { 200: STANDING },
  errnos: { ...NO_DOMAIN, EBUSY: 'It is being watched.', EINVAL: 'The domain is not HVM.' },
});

const GET = schemaOf({
  id: 'getMonitor',
  tag: 'domains',
  summary: 'Whether somebody watches a domain',
  description: 'And how much he has not heard yet.',
  params,
  answers: {
    200: { ...STANDING, example: { enabled: false, access_required: false, pending: 0 } },
  },
  errnos: NO_DOMAIN,
});

const DISABLE = schemaOf({
  id: 'disableMonitor',
  tag: 'domains',
  summary: 'Watch a domain no longer',
  description:
    'Vcpus that wait for an answer go on. Restrictions stay, and each is lifted when the guest meets it.',
  params,
  answers: { 204: { description: 'Nobody watches.' } },
  errnos: NO_DOMAIN,
});

const EXCHANGE = schemaOf({
  id: 'exchangeMonitorEvents',
  tag: 'domains',
  summary: 'Let vcpus go on and hear what happens next',
  description:
    'A vcpu that is resumed tries its access again: unless the restriction was changed meanwhile, it meets it again. ' +
    'Each event is told once.',
  params,
  body: exchangeBody.schema,
  example: { resume: [], max: 16, wait_ms: 0 },
  answers: {
    200: {
      description: 'What there is; nothing if the wait has ended without.',
      schema: exchangeAnswer.answer,
      example: {
        events: [
          {
            seq: 1,
            reason: 'mem_access',
            vcpu: 0,
            vcpu_paused: true,
            gfn: '0x100',
            offset: 8,
            gla: '0x100008',
            tried: ['read', 'write'],
            fault: 'with_gla',
          },
        ],
        stale: [],
      },
    },
  },
  errnos: { ...NO_DOMAIN, ENODEV: 'Nobody watches the domain.' },
  problems: {
    'domain-gone': 'The domain was destroyed or is not watched any more.',
    ...ENDED_WHILE_WAITING,
  },
});
