/** What interrupt wires and controllers a domain has, and how they are. */

import type { FastifyInstance } from 'fastify';
import { IRQS } from '../openapi/examples.js';
import { describeIrqs, irqsAnswer } from './interrupt-word.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { DOMID } from '../wire/url-words.js';
import { hostOf } from '../world/world-of.js';

export function irqRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number } }>(
    '/domains/:domid/irqs',
    {
      schema: schemaOf({
        id: 'getIrqs',
        tag: 'inspection',
        summary: 'The interrupts of a domain',
        description:
          'Levels of pins and lines, routes, what the 8259s and the I/O APIC hold, and the messages that were ' +
          'injected. What each local APIC holds is told with its vcpu.',
        params: struct({ domid: DOMID }),
        answers: {
          200: { description: 'The interrupts.', schema: irqsAnswer.answer, example: IRQS },
        },
        errnos: { ESRCH: 'There is no such domain.', EINVAL: 'The domain is PV.' },
      }),
    },
    (request) => {
      const { interrupts } = hostOf(request).domain(request.params.domid);
      return irqsAnswer.encode(describeIrqs(interrupts));
    },
  );
}
