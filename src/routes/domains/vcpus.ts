/** What a vcpu does, and why it does not. */

import type { FastifyInstance } from 'fastify';
import {
  IOREQ_STATE,
  OUTCOMES,
  PENDING_REASONS,
  RUN_STATES,
  runStateOf,
  type Domain,
  type Vcpu,
} from '../../hypervisor/index.js';
import { recall } from '../guest/accesses.js';
import { VCPU_BLOCKED } from '../openapi/examples.js';
import { bufferedIoreq, ioreqOf } from '../device-models/ioreq-word.js';
import { describeVcpuInterrupts, injectedEvent, vcpuInterrupts } from './interrupt-word.js';
import { array, integer, name } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct, type StructValue } from '../wire/struct.js';
import { DOMID, VCPU } from '../wire/url-words.js';
import { u16, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const waitsFor = struct({
  ioservid: u16('The ioreq server that has its request.'),
  port: u32('The event channel by which that tells of the answer.'),
});

const inAccess = struct({
  id: integer(1, Number.MAX_SAFE_INTEGER, 'Its id.'),
  outcome: optional(name(OUTCOMES, 'How it stands.')),
  reason: optional(name(PENDING_REASONS, 'What it waits for.')),
});

const vcpu = struct({
  id: u16('Its number.'),
  state: name(RUN_STATES, 'Whether it can run, or the strongest of what keeps it from running.'),
  pause_count: u32('Pauses of it alone.'),
  waits_for: optional(waitsFor),
  access: optional(inAccess),
  request: optional(bufferedIoreq),
  injected_event: optional(injectedEvent),
  interrupts: optional(vcpuInterrupts),
});

const vcpus = struct({ vcpus: array(vcpu, 'By their numbers.') });

export function vcpuRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number } }>(
    '/domains/:domid/vcpus',
    {
      schema: schemaOf({
        id: 'listVcpus',
        tag: 'guest',
        summary: 'What the vcpus of a domain do',
        description: 'Of each whether it can run, and if not why.',
        params: struct({ domid: DOMID }),
        answers: {
          200: {
            description: 'The vcpus.',
            schema: vcpus.answer,
            example: { vcpus: [VCPU_BLOCKED] },
          },
        },
        errnos: { ESRCH: 'There is no such domain.' },
      }),
    },
    (request) => {
      const domain = hostOf(request).domain(request.params.domid);
      return vcpus.encode({ vcpus: domain.vcpus.map((of) => described(domain, of)) });
    },
  );

  app.get<{ Params: { domid: number; id: number } }>(
    '/domains/:domid/vcpus/:id',
    {
      schema: schemaOf({
        id: 'getVcpu',
        tag: 'guest',
        summary: 'What a vcpu does',
        description:
          'Whether it can run and if not why: paused, shut down, or waiting for the answer of a device model to ' +
          '`request`; the guest access that it is in; the event and the interrupts that it will take when it runs.',
        params: struct({ domid: DOMID, id: VCPU }),
        answers: { 200: { description: 'The vcpu.', schema: vcpu.answer, example: VCPU_BLOCKED } },
        errnos: { ESRCH: 'There is no such domain.', ENOENT: 'The domain has no such vcpu.' },
      }),
    },
    (request) => {
      const { domid, id } = request.params;
      const domain = hostOf(request).domain(domid);
      return vcpu.encode(described(domain, domain.vcpu(id)));
    },
  );
}

function described(domain: Domain, of: Vcpu): StructValue<typeof vcpu.fields> {
  const { id, pauseCount, blockedInXen, injectedEvent } = of;
  const apic = domain.hasInterrupts ? domain.interrupts.apics[id] : undefined;
  const request = of.hasIo ? of.io.request : undefined;
  return {
    id,
    state: runStateOf(domain, of),
    pause_count: pauseCount,
    waits_for: blockedInXen,
    access: of.access && (recall(domain, of.access.id) ?? { id: of.access.id }),
    request: request && request.state !== IOREQ_STATE.none ? ioreqOf(request) : undefined,
    injected_event: injectedEvent && {
      ...injectedEvent,
      error_code: injectedEvent.errorCode,
      insn_len: injectedEvent.insnLength,
    },
    interrupts: apic && describeVcpuInterrupts(of, apic),
  };
}
