/** The virtual clock of a host: what guests and hypercalls see as time. */

import type { FastifyInstance } from 'fastify';
import { KIND, NOBODY, NOWHERE, hex, type VirtualClock } from '../../hypervisor/index.js';
import { bool } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, invalidFields } from '../problems/problem.js';
import { struct } from '../wire/struct.js';
import { runClock } from '../world/run-clock.js';
import { u64 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { worldOf } from '../world/world-of.js';

const clockBody = struct({
  frozen: optional(bool('Whether it stands still, or runs as fast as time does.')),
  advance_ns: optional(u64('By how many nanoseconds it is moved on.'), 0n),
});

const clockAnswer = struct({
  now: u64('Nanoseconds since the machine came up.'),
  frozen: bool('It stands still unless it is moved.'),
});

/** Xen's times are signed numbers of 64 bits. */
const HIGHEST = 2n ** 63n - 1n;

const answers = {
  200: {
    description: 'How it stands.',
    schema: clockAnswer.answer,
    example: { now: '0x3b9aca00', frozen: true },
  },
} as const;

export function clockRoutes(app: FastifyInstance): void {
  app.get(
    '/clock',
    {
      schema: schemaOf({
        id: 'getClock',
        tag: 'journal',
        summary: 'What time it is on the host',
        description:
          "By the virtual clock, which `get_time`, the guest's real-time clock and its ACPI timer go by. Waits of HTTP " +
          'requests do not.',
        answers,
      }),
    },
    (request) => describe(worldOf(request).host.clock),
  );

  app.put<{ Body: object }>(
    '/clock',
    {
      schema: schemaOf({
        id: 'setClock',
        tag: 'journal',
        summary: 'Freeze the clock of the host, let it run, or move it on',
        description:
          'It begins frozen, at 0, so that the same calls see the same times. It never runs back.',
        body: clockBody.schema,
        example: { frozen: true, advance_ns: 1_000_000_000 },
        answers,
      }),
    },
    (request) => {
      const { frozen, advance_ns } = clockBody.decode(request.body);
      const { host, journal } = worldOf(request);
      const { clock } = host;
      if (clock.now + advance_ns > HIGHEST) {
        const detail = `takes a clock that shows ${hex(clock.now)} beyond ${hex(HIGHEST)}`;
        throw new ProblemError(invalidFields([{ pointer: '/advance_ns', detail }]));
      }
      if (frozen === true) clock.freeze();
      if (frozen === false && clock.frozen) runClock(clock);
      clock.advance(advance_ns);
      journal.record(KIND.clock, NOBODY, NOBODY, NOWHERE, 0, clock.frozen ? 1 : 0);
      return describe(clock);
    },
  );
}

const describe = ({ now, frozen }: VirtualClock) => clockAnswer.encode({ now, frozen });
