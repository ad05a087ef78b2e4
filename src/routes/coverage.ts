/** What of Xen's device-model interface is here: derived from the table of hypercalls, so that it cannot be out of date. */

import type { FastifyInstance } from 'fastify';
import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-routes.js';
import { schemaOf } from './operation.js';
import { struct } from './struct.js';
import { array, name, text } from './json-words.js';
import { u32 } from './wire.js';
import { optional, type ValueOf } from './word.js';
import { DMOPS, HVMOPS, RESERVED_HVMOPS } from './xen-ops.js';

const STATES = ['full', 'partial', 'absent', 'reserved'] as const;
type State = (typeof STATES)[number];

const row = struct({
  interface: name(['hvmop', 'dmop'], 'Under which path it is called.'),
  number: u32("Xen's number."),
  name: text("Xen's name."),
  aliases: array(text('Another name.'), 'Other names for it.'),
  since: optional(text('The Xen that first had it.')),
  state: name(STATES, 'How much of it is here; `reserved`: Xen has no handler either.'),
  missing: optional(text('What is not.')),
});

const coverage = struct({
  note: text('What is ours and not of any Xen.'),
  hypercalls: array(row, 'By interface and number.'),
});

export type CoverageRow = ValueOf<typeof row>;

export function coverageRows(): CoverageRow[] {
  return [
    ...HVMOPS.map((name, number) => coverageOf('hvmop', number, name)),
    ...DMOPS.map((name, at) => coverageOf('dmop', at + 1, name)),
  ];
}

/** The same as a Markdown table, for the README. */
export const coverageTable = (): string =>
  [
    '| operation | HVMOP | DMOP | since Xen | state |',
    '|---|---|---|---|---|',
    ...[...byName()].map(([name, forms]) => {
      const number = (era: 'hvmop' | 'dmop') =>
        forms.find((form) => form.interface === era)?.number ?? '';
      const said = [...new Set(forms.map(stateInWords))].join(', ');
      return `| \`${name}\` | ${number('hvmop')} | ${number('dmop')} | ${forms[0]?.since ?? ''} | ${said} |`;
    }),
  ].join('\n');

const NOTE =
  'Calls by name are offered under both /hvmop and /dmop whatever the profile of the domain; ' +
  'the knob dm_interface keeps to one of them, as a real Xen does.';

export function coverageRoutes(app: FastifyInstance): void {
  app.get(
    '/coverage',
    {
      schema: schemaOf({
        id: 'getCoverage',
        tag: 'about',
        summary: 'Which hypercalls are emulated',
        description:
          'Every operation that Xen has, by interface and number, and how much of it is here.',
        answers: {
          200: {
            description: 'The table.',
            schema: coverage.answer,
            example: coverage.encode({ note: NOTE, hypercalls: coverageRows().slice(17, 19) }),
          },
        },
      }),
    },
    () => coverage.encode({ note: NOTE, hypercalls: coverageRows() }),
  );
}

function coverageOf(era: 'hvmop' | 'dmop', number: number, name: string): CoverageRow {
  const form = HYPERCALL_FORMS[era].find(({ call }) => call.name === name);
  const { aliases = [], since, missing } = form?.call ?? {};
  return {
    interface: era,
    number,
    name,
    aliases,
    since,
    state: form ? stateOf(form) : RESERVED_HVMOPS.includes(name) ? 'reserved' : 'absent',
    missing,
  };
}

const stateOf = ({ call }: HypercallForm): State =>
  call.missing === undefined ? 'full' : 'partial';

function byName(): Map<string, CoverageRow[]> {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of coverageRows()) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  return groups;
}

const stateInWords = ({ state, missing }: CoverageRow) =>
  missing === undefined ? state : `${state}: ${missing}`;
