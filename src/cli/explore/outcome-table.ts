/** The outcomes of an exploration as a table for people, the worst first. */

import { outcomesInOrder } from '../../client/outcomes-in-order.js';
import type { Exploration, Result } from './answer.js';

export function outcomeTable(exploration: Exploration): string {
  const { schedules, truncated } = exploration;
  const outcomes = outcomesInOrder(exploration.outcomes);
  const actors = Object.keys(exploration.outcomes[0]?.results ?? {});
  const rows = outcomes.map(({ nr, outcome: { count, results, state, violated } }) => [
    String(nr),
    String(count),
    ...actors.map((actor) => (results[actor] ?? []).map(inWords).join('; ') || '-'),
    stateInWords(state),
    violated.join(', ') || '-',
  ]);
  const table = aligned([['#', 'count', ...actors, 'state', 'violated'], ...rows]);
  const bound = truncated ? ', and there are more' : '';
  return `${table}\n\n${outcomes.length} outcomes of ${schedules} schedules${bound}`;
}

/** What came of one step. */
export function inWords(result: Result): string {
  const { rc, errno, outcome, reason, at, exits = [], ioreqs = [], exception } = result;
  if (rc !== undefined) return errno ?? 'ok';
  const how = [
    outcome,
    reason && `(${reason})`,
    exception && `#${exception.vector}`,
    at && `at ${at}`,
    ...exits.map((exit) => exit.reason),
    ...ioreqs.map(({ dir, ioservid }) => `${dir} to ${ioservid}`),
  ];
  return how.filter((word) => word !== undefined && word !== '').join(' ');
}

/** `{ owner: null, types: { 0x100: "ram_rw" } }` as `owner null, types 0x100 ram_rw`. */
export function stateInWords(state: unknown): string {
  if (typeof state !== 'object' || state === null) return String(state);
  return Object.entries(state)
    .map(([name, value]) => `${name} ${stateInWords(value)}`)
    .join(', ');
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head = [], ...rest] = rows;
  return [line(head), rule, ...rest.map(line)].map((text) => text.trimEnd()).join('\n');
}
