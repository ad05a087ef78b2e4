/** What a device model's event channel device gives it: the next ports that have an event. */

import type { FastifyInstance } from 'fastify';
import { XenError, type EventChannels } from '../../hypervisor/index.js';
import { ENDED_WHILE_WAITING } from '../problems/ended-while-waiting.js';
import { array, integer } from '../wire/json-words.js';
import { TOO_MANY_WAITING } from '../world/limits.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { domidLike } from '../wire/url-words.js';
import { u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { worldOf } from '../world/world-of.js';

const LONGEST_WAIT_MS = 600_000;

const body = struct({
  wait_ms: optional(integer(0, LONGEST_WAIT_MS, 'How long to wait for an event.'), 0),
});
const answer = struct({
  ports: array(u32('A port.'), 'Ports that had an event and are masked now.'),
});

export function evtchnPendingRoutes(app: FastifyInstance): void {
  app.post<{ Params: { domid: number }; Body: object }>(
    '/domains/:domid/evtchn/pending',
    {
      schema: schemaOf({
        id: 'takePendingEvents',
        tag: 'evtchn',
        summary: 'Take the next events of a domain',
        description:
          "Not an operation of Xen's, but what /dev/xen/evtchn does: every port that is pending and not masked is " +
          'cleared, masked and named. `unmask` it before it is to be heard of again. Domain 0 is dom0.',
        params: struct({ domid: domidLike(0) }),
        body: body.schema,
        example: { wait_ms: 0 },
        answers: {
          200: {
            description: 'The ports; none if the wait has ended without an event.',
            schema: answer.answer,
            example: { ports: [1] },
          },
        },
        errnos: { ESRCH: 'There is no such domain, or it was destroyed while the call waited.' },
        problems: {
          'too-many-waiting': TOO_MANY_WAITING,
          ...ENDED_WHILE_WAITING,
        },
      }),
    },
    async (request, reply) => {
      const { domid } = request.params;
      const { wait_ms } = body.decode(request.body);
      const { host, waiting } = worldOf(request);
      const { eventChannels } = host.caller(domid);
      waiting.admit(wait_ms);
      const attempt = () => {
        if (eventChannels.closed) throw new XenError('ESRCH', `domain ${domid} was destroyed`);
        return taken(eventChannels);
      };
      const ports = await waiting.until(attempt, { ms: wait_ms, connection: reply.raw });
      return answer.encode({ ports: ports ?? [] });
    },
  );
}

function taken(channels: EventChannels): number[] | undefined {
  const ports = [...channels.ports()]
    .filter(([, { pending, masked }]) => pending && !masked)
    .map(([port]) => port);
  for (const port of ports) {
    channels.clearPending(port);
    channels.mask(port);
  }
  return ports.length === 0 ? undefined : ports;
}
