/** Which Xens a domain can run on, and in what they differ. */

import type { FastifyInstance } from 'fastify';
import { DEFAULT_PROFILE, KNOBS, PROFILES, type Knob } from '../../hypervisor/index.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { array, text } from '../wire/json-words.js';
import { optional, verbatim } from '../wire/word.js';

const knobValue = (description: string) =>
  verbatim<string | number | boolean>({ type: ['string', 'number', 'boolean'], description });

const profiles = struct({
  default: text('Of a domain that names none.'),
  profiles: array(
    struct({
      name: text('As a domain names it.'),
      knobs: verbatim<Readonly<Record<string, unknown>>>({
        type: 'object',
        description: 'The value of each knob.',
        additionalProperties: { type: ['string', 'number', 'boolean'] },
      }),
    }),
    'Oldest first.',
  ),
  knobs: array(
    struct({
      name: text('As a domain turns it.'),
      what: text('What it decides.'),
      values: array(knobValue('A value.'), 'The values that it may have.'),
      source: text('Where Xen does so.'),
      doubt: optional(text('Why that is not certain.')),
    }),
    'What differs, one by one.',
  ),
});

export function profileRoutes(app: FastifyInstance): void {
  const answer = profiles.encode({
    default: DEFAULT_PROFILE,
    profiles: PROFILES,
    knobs: Object.entries<Knob>(KNOBS).map(([name, knob]) => ({ name, ...knob })),
  });

  app.get(
    '/profiles',
    {
      schema: schemaOf({
        id: 'getProfiles',
        tag: 'about',
        summary: 'Which Xens can be emulated',
        description:
          'Each profile with the value of every knob, and what each knob decides. A domain may turn single knobs.',
        answers: {
          200: { description: 'The profiles.', schema: profiles.answer, example: answer },
        },
      }),
    },
    () => answer,
  );
}
