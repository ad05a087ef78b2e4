/** What of Xen's hypercalls is here: derived from the table of hypercalls, so that it cannot be out of date. */

import type { FastifyInstance } from 'fastify';
import { PROFILES, type Knobs, type Profile } from '../../hypervisor/index.js';
import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-forms.js';
import { INTERFACES, type InterfaceName } from '../definition/interfaces.js';
import { isThereByNumber } from './is-there.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { array, name, record, text } from '../wire/json-words.js';
import { u32 } from '../wire/wire.js';
import { optional, type ValueOf } from '../wire/word.js';
import { DMOPS, EVTCHNOPS, HVMOPS, RESERVED_OPS, XENMEM_OPS } from './xen-ops.js';

const STATES = ['full', 'partial', 'absent'] as const;
type State = (typeof STATES)[number];

/** Every operation of each, by number; of DOMCTLs, of which most are about no device model, those that we have. */
const OPS: Readonly<Record<InterfaceName, readonly (string | undefined)[]>> = {
  hvmop: HVMOPS,
  dmop: [undefined, ...DMOPS],
  memory: XENMEM_OPS,
  domctl: HYPERCALL_FORMS.domctl.reduce<string[]>(
    (ops, { number, call }) => Object.assign(ops, { [number]: call.name }),
    [],
  ),
  evtchn: EVTCHNOPS,
};

const INTERFACE_NAMES = Object.keys(OPS) as InterfaceName[];

/** What stands in the README: the patches of a series only as a whole. */
const RELEASES = PROFILES.filter(({ name }) => !name.includes('patch'));

const row = struct({
  interface: name(INTERFACE_NAMES, 'Under which path it is called.'),
  number: u32("Xen's number."),
  name: text("Xen's name."),
  aliases: array(text('Another name.'), 'Other names for it.'),
  since: optional(text('The Xen that first had it.')),
  state: name([...STATES, 'reserved'], 'How much of it is here; `reserved`: Xen has no handler.'),
  profiles: record(
    name(STATES, 'How much of it there is by that number.'),
    'By the profile of the domain: `absent` is what its Xen does not have either, or we do not.',
  ),
  missing: optional(text('What is not here, where it is partial.')),
});

const coverage = struct({
  note: text('What is ours and not of any Xen.'),
  hypercalls: array(row, 'By interface and number.'),
});

export type CoverageRow = ValueOf<typeof row>;

export const coverageRows = (): CoverageRow[] =>
  INTERFACE_NAMES.flatMap((via) =>
    OPS[via].flatMap((name, number) => (name === undefined ? [] : [coverageOf(via, number, name)])),
  );

/** The same as a Markdown table, for the README: a line for each operation of which something is here. */
export const coverageTable = (): string =>
  [
    `| operation | number | ${RELEASES.map(({ name }) => name).join(' | ')} | what is missing |`,
    `|---|---|${'---|'.repeat(RELEASES.length)}---|`,
    ...[...byName().values()].map(lineOf),
  ].join('\n');

const NOTE =
  'HVMOPs of device models and DMOPs are offered by name side by side, whatever the profile of the domain, as long as its ' +
  'Xen has the operation at all; the knob dm_interface keeps to one of them. By number each profile has what its Xen has.';

export function coverageRoutes(app: FastifyInstance): void {
  app.get(
    '/coverage',
    {
      schema: schemaOf({
        id: 'getCoverage',
        tag: 'about',
        summary: 'Which hypercalls are emulated',
        description:
          'Every operation that Xen has, by interface and number, and how much of it is here in each profile.',
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

function coverageOf(via: InterfaceName, number: number, name: string): CoverageRow {
  const form = HYPERCALL_FORMS[via].find(({ call }) => call.name === name);
  const isReserved = RESERVED_OPS.includes(name);
  const { aliases = [], since } = form?.call ?? {};
  const missing = form && missingOf(form);
  return {
    interface: via,
    number,
    name,
    aliases,
    since,
    state: isReserved ? 'reserved' : form === undefined ? 'absent' : missing ? 'partial' : 'full',
    profiles: Object.fromEntries(
      PROFILES.map((profile) => [profile.name, isReserved ? 'absent' : stateIn(profile, form)]),
    ),
    missing,
  };
}

function stateIn({ knobs }: Profile, form: HypercallForm | undefined): State {
  if (form === undefined || !isThereByNumber(form, knobs)) return 'absent';
  return missingIn(knobs, form) === undefined ? 'full' : 'partial';
}

const missingIn = (knobs: Knobs, { call: { missing } }: HypercallForm) =>
  typeof missing === 'function' ? missing(knobs) : missing;

/** In any profile that has it. */
const missingOf = (form: HypercallForm) =>
  PROFILES.filter(({ knobs }) => isThereByNumber(form, knobs))
    .map(({ knobs }) => missingIn(knobs, form))
    .find((missing) => missing !== undefined);

/** HVMOPs with the DMOPs that they have become. */
function byName(): Map<string, CoverageRow[]> {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of coverageRows()) {
    if (row.state === 'absent') continue;
    const isOfDeviceModels = row.interface === 'hvmop' || row.interface === 'dmop';
    const key = isOfDeviceModels ? row.name : `${row.interface} ${row.name}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function lineOf(forms: readonly CoverageRow[]): string {
  const [{ name, missing = '' } = { name: '' }] = forms;
  const numbers = forms
    .map((form) => `${INTERFACES[form.interface].prefix} ${form.number}`)
    .join(', ');
  const states = RELEASES.map((profile) => best(forms.map((form) => form.profiles[profile.name])));
  return `| \`${name}\` | ${numbers} | ${states.join(' | ')} | ${missing} |`;
}

const best = (states: readonly (State | undefined)[]): State =>
  STATES.find((state) => states.includes(state)) ?? 'absent';
