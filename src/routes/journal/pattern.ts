/** Whether a record is one that is meant, and if not, in what it differs. */

import type { Entry } from './entry.js';
import type { Pattern } from './expectation.js';

export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  /** Null: the record has no such field. */
  readonly found: unknown;
}

/** None: it is one. */
export function differences(entry: Entry, { gfn, op, fields = {}, ...own }: Pattern): Difference[] {
  const found: Difference[] = [];
  compare(found, entry, { ...own, ...fields }, '');
  if (op !== undefined && !isNamed(entry['op'], op)) found.push(differing('op', op, entry['op']));
  if (gfn !== undefined && !isAmong(entry, gfn))
    found.push(differing('gfn', `0x${gfn.toString(16)}`, entry['gfn']));
  return found;
}

/** For people. */
export function patternInWords({ fields, gfn, ...own }: Pattern): string {
  const said = { ...own, ...(gfn !== undefined && { gfn: `0x${gfn.toString(16)}` }), ...fields };
  const words = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(
      ([field, value]) =>
        `${field} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    );
  return `with ${words.join(', ') || 'any fields'}`;
}

function compare(
  into: Difference[],
  found: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  within: string,
): void {
  for (const [field, value] of Object.entries(expected)) {
    if (value === undefined) continue;
    const is = found[field];
    if (isObject(value) && isObject(is)) compare(into, is, value, `${within}${field}/`);
    else if (!isSame(is, value)) into.push(differing(within + field, value, is));
  }
}

/** An operation has one name in the journal, and stands for itself and for all of its interface. */
const isNamed = (found: unknown, op: string): boolean =>
  found === op || (op.endsWith('/*') && String(found).startsWith(op.slice(0, -1)));

function isAmong({ gfn, nr }: Entry, wanted: number): boolean {
  if (gfn === undefined) return false;
  const first = Number(gfn);
  return wanted >= first && wanted < first + Number(nr);
}

/** Numbers are the same in hexadecimal, in decimal and as numbers. */
function isSame(found: unknown, expected: unknown): boolean {
  if (found === expected) return true;
  const [a, b] = [numberOf(found), numberOf(expected)];
  if (a !== undefined && b !== undefined) return a === b;
  return JSON.stringify(found) === JSON.stringify(expected);
}

function numberOf(value: unknown): bigint | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return typeof value === 'string' && /^(0x[0-9a-fA-F]+|[0-9]+)$/.test(value)
    ? BigInt(value)
    : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const differing = (field: string, expected: unknown, found: unknown = null): Difference => ({
  field,
  expected,
  found,
});
