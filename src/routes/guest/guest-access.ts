/** Be the guest: one access, what it meets on its way, and what comes of it. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  TraceRecorder,
  startAccess,
  type Access,
  type AccessRequest,
} from '../../hypervisor/index.js';
import { ACCESS_DONE, ACCESS_PENDING } from '../openapi/examples.js';
import { accessAnswer, accessBody, accessRequestOf, describeAccess } from './access-word.js';
import { promise, recall, remember } from './accesses.js';
import { withDecoder } from './decoder.js';
import { ENDED_WHILE_WAITING } from '../problems/ended-while-waiting.js';
import { guestHypercalls } from '../guest-calls/guest-hypercall.js';
import { TOO_MANY_WAITING } from '../world/limits.js';
import { faultOfOurs, isOfConnection, struck } from '../faults/strike.js';
import { onAccountOf } from '../journal/account.js';
import { locationOf } from '../http/location.js';
import { schemaOf } from '../openapi/operation.js';
import { PREFER, patienceOf } from '../http/prefer.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { struct } from '../wire/struct.js';
import { ACCESS_ID, DOMID } from '../wire/url-words.js';
import type { Waiting } from '../world/waiting.js';
import { worldOf } from '../world/world-of.js';

const UNSAID_WAIT_S = 30;

const ENDINGS = {
  'domain-gone': 'The domain was destroyed while the call waited.',
  'too-many-waiting': TOO_MANY_WAITING,
  ...ENDED_WHILE_WAITING,
};

export function guestAccessRoutes(app: FastifyInstance): void {
  app.post<{ Params: { domid: number }; Headers: { prefer?: string }; Body: object }>(
    '/domains/:domid/guest-access',
    {
      schema: schemaOf({
        id: 'accessGuest',
        tag: 'guest',
        summary: 'Have the guest access its memory',
        description:
          'The access walks the real EPT entries and takes the EPT violation or misconfiguration that a CPU would. ' +
          'What befalls the guest is an answer, not an error. If a device model has to answer first, the call waits ' +
          'for it, 30 seconds unless `Prefer` says otherwise; then it answers 202 and the access goes on by itself. ' +
          'An `insn` executes `bytes`, x86-64 machine code, from `regs` on, and answers the registers after it.',
        params: struct({ domid: DOMID }),
        headers: struct({ prefer: PREFER }),
        body: accessBody.schema,
        example: { kind: 'write', gpa: '0x100008', size: 4, data: '0x2a' },
        answers: {
          200: {
            description: 'It has come to its end, or a monitor has to let it go on.',
            schema: accessAnswer.answer,
            example: ACCESS_DONE,
          },
          202: {
            description: 'It is on its way.',
            schema: accessAnswer.answer,
            example: ACCESS_PENDING,
            headers: { location: { type: 'string', description: 'Where its end can be read.' } },
          },
        },
        errnos: {
          ESRCH: 'There is no such domain.',
          ENOENT: 'The domain has no such vcpu.',
          EINVAL: 'The domain is PV, or no instruction moves as many bytes.',
        },
        problems: {
          'vcpu-busy': 'The vcpu is in another access.',
          'unsupported-instruction': 'The machine code holds one that is not emulated.',
          ...ENDINGS,
        },
      }),
    },
    (request, reply) => {
      const { host, waiting, journal } = worldOf(request);
      const { domid } = request.params;
      const body = accessBody.decode(request.body);
      const asked = accessRequestOf(body);
      const ms = patienceOf(request.headers.prefer, UNSAID_WAIT_S);
      waiting.admit(ms);
      const begin = (asked: AccessRequest) => {
        const recorder = body.trace ? new TraceRecorder() : undefined;
        const start = () => startAccess(host.domain(domid), asked, recorder);
        const access = onAccountOf(journal, request.id, start);
        remember(access);
        if (access.settled) return describeAccess(access);
        return settled(waiting, access, reply, ms).then(() => {
          if (access.outcome === 'pending') {
            promise(access);
            reply.code(202).header('location', locationOf(request, access.id));
          }
          return describeAccess(access);
        });
      };
      const act = () =>
        asked.code === undefined
          ? begin(asked)
          : withDecoder({ ...asked, hypercall: guestHypercalls(host) }).then(begin);
      const rule = faultOfOurs(host, 'guest-access', { domid }, isOfConnection);
      return rule === undefined ? act() : struck(rule, { act });
    },
  );

  app.get<{ Params: { domid: number; id: number }; Headers: { prefer?: string } }>(
    '/domains/:domid/guest-access/:id',
    {
      schema: schemaOf({
        id: 'getGuestAccess',
        tag: 'guest',
        summary: 'How a guest access stands',
        description: 'As far as it is; with `Prefer: wait=N` the call waits for its end first.',
        params: struct({ domid: DOMID, id: ACCESS_ID }),
        headers: struct({ prefer: PREFER }),
        answers: {
          200: { description: 'The access.', schema: accessAnswer.answer, example: ACCESS_DONE },
        },
        errnos: { ESRCH: 'There is no such domain.' },
        problems: {
          'no-such-access': 'The domain has had no such access, or a thousand since.',
          ...ENDINGS,
        },
      }),
    },
    async (request, reply) => {
      const { params, headers } = request;
      const { domid, id } = params;
      const { host, waiting } = worldOf(request);
      const access = recall(host.domain(domid), id);
      if (access === undefined)
        throw new ProblemError(ownProblem('no-such-access', `domain ${domid} has no access ${id}`));
      const ms = patienceOf(headers.prefer, 0);
      waiting.admit(ms);
      await settled(waiting, access, reply, ms);
      return describeAccess(access);
    },
  );
}

/** Waits for the end of an access; the domain may come to its own first. */
async function settled(waiting: Waiting, access: Access, reply: FastifyReply, ms: number) {
  const { domain, id } = access;
  await waiting.until(
    () => {
      if (access.outcome !== 'pending') return true;
      if (!domain.dying) return undefined;
      const detail = `domain ${domain.domid} was destroyed before access ${id} came to its end`;
      throw new ProblemError(ownProblem('domain-gone', detail));
    },
    { ms, connection: reply.raw },
  );
}
