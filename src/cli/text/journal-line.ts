/** A record of the journal in one line: its number, where, what, and what there is to it. */

type Entry = Readonly<Record<string, unknown>>;

/** What has a place of its own, or is of no use to a reader. */
const PLACED = new Set(['seq', 'time', 'kind', 'domid', 'vcpu', 'op', 'xentrace', 'qemu']);

export function journalLine(entry: Entry): string {
  const { seq, kind, domid, vcpu, op } = entry as Readonly<Record<string, string | number>>;
  const where = domid === undefined ? '-' : `d${domid}${vcpu === undefined ? '' : `v${vcpu}`}`;
  const rest = Object.entries(entry).flatMap(([name, value]) =>
    PLACED.has(name) ? [] : [`${name}=${inText(value)}`],
  );
  const what = op === undefined ? `${kind}` : `${kind} ${op}`;
  return [String(seq).padStart(6), where.padEnd(5), what, ...rest].join(' ');
}

const inText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
