/** Which records are meant, as somebody types it: what is empty does not matter. */

import type { Entry } from '../../live/entry.js';

export const FILTER_FIELDS = ['kind', 'op', 'domid', 'vcpu', 'gfn'] as const;
export const PATTERN_FIELDS = [...FILTER_FIELDS, 'rc', 'fields'] as const;
export type FieldName = (typeof PATTERN_FIELDS)[number];
/** `fields` are any others, as `addr=0x1000 size=4`. */
export type SaidFields = Readonly<Partial<Record<FieldName, string>>>;

/** Of a record, what happens only once and says nothing to a test. */
const PASSING = [
  'seq',
  'time',
  'at',
  'nr',
  'request',
  'xentrace',
  'qemu',
  'access_id',
  'ioreq_seq',
  'vp_eport',
];

/** What of a query, or of anything else with names, is about records. */
export const saidIn = (query: Readonly<Record<string, string>>): SaidFields =>
  Object.fromEntries(FILTER_FIELDS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

/** As GET /journal chooses: several kinds and operations with commas between, `dmop/*` for an interface. */
export function matcherOf({ kind, op, domid, vcpu, gfn }: SaidFields): (entry: Entry) => boolean {
  const kinds = kind?.split(',');
  const ops = op?.split(',');
  return (entry) =>
    (kinds?.includes(entry.kind) ?? true) &&
    (ops?.some((name) => isNamed(entry, name)) ?? true) &&
    (domid === undefined || entry.domid === Number(domid)) &&
    (vcpu === undefined || entry.vcpu === Number(vcpu)) &&
    (gfn === undefined || isAbout(entry, Number(gfn)));
}

/** What a record like this one would say again. */
export function saidOf(entry: Entry): SaidFields {
  const own = Object.entries(entry).filter(([name]) => !PASSING.includes(name));
  const isNamedField = (name: string) => (PATTERN_FIELDS as readonly string[]).includes(name);
  const others = own.filter(([name, value]) => !isNamedField(name) && typeof value !== 'object');
  return {
    ...Object.fromEntries(
      own.filter(([name]) => isNamedField(name)).map(([name, value]) => [name, String(value)]),
    ),
    ...(others.length > 0 && {
      fields: others.map(([name, value]) => `${name}=${String(value)}`).join(' '),
    }),
  };
}

const isNamed = (entry: Entry, name: string) =>
  'op' in entry &&
  (name.endsWith('*') ? entry.op.startsWith(name.slice(0, -1)) : entry.op === name);

function isAbout({ gfn, nr = 1 }: Entry, wanted: number): boolean {
  const first = Number(gfn ?? NaN);
  return wanted >= first && wanted < first + nr;
}
