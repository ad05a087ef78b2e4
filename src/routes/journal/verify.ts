/** Holds what is expected against a journal. */

import type { Journal } from '../../hypervisor/index.js';
import type { Entry } from './entry.js';
import type { Expectation, Pattern } from './expectation.js';
import { differences, patternInWords, type Difference } from './pattern.js';
import { Scan } from './scan.js';

export interface NearMiss {
  readonly entry: Entry;
  readonly differs: readonly Difference[];
}

export interface Verdict {
  readonly passed: boolean;
  readonly said: string;
  readonly found: readonly number[];
  readonly near_misses: readonly NearMiss[];
}

const MOST_FOUND = 100;
const MOST_NEAR_MISSES = 3;
const SORT = 10;

export async function verify(
  journal: Journal,
  after: number,
  expectations: readonly Expectation[],
): Promise<{ passed: boolean; results: Verdict[]; dropped: number }> {
  const scan = new Scan(journal, after);
  const results: Verdict[] = [];
  for (const expectation of expectations)
    results.push(
      'order' in expectation
        ? await inOrder(scan, expectation.order)
        : await counted(scan, expectation),
    );
  const { dropped } = scan;
  return { passed: results.every(({ passed }) => passed), results, dropped };
}

async function counted(
  scan: Scan,
  { match, atLeast, atMost }: Extract<Expectation, { readonly match: Pattern }>,
): Promise<Verdict> {
  const found: number[] = [];
  const next = (from: number) => scan.find(from, match);
  for (let entry = await next(scan.first); entry; entry = await next(entry.seq + 1))
    found.push(entry.seq);
  const { dropped } = scan;
  const isEnough = found.length >= atLeast;
  const isProved = dropped === 0 || atMost === Infinity;
  const passed = isEnough && found.length <= atMost && isProved;
  const missing = isProved ? '' : `, and ${dropped} records are not kept any more`;
  return {
    passed,
    said: `${countInWords(atLeast, atMost)} ${patternInWords(match)}: found ${found.length}${missing}`,
    found: found.slice(0, MOST_FOUND),
    near_misses: isEnough ? [] : nearest(scan.latest(scan.first, match), match),
  };
}

async function inOrder(scan: Scan, order: readonly Pattern[]): Promise<Verdict> {
  const found: number[] = [];
  let from = scan.first;
  let missing: Pattern | undefined;
  for (const match of order) {
    const entry = await scan.find(from, match);
    if (entry === undefined) {
      missing = match;
      break;
    }
    found.push(entry.seq);
    from = entry.seq + 1;
  }
  const before = found.at(-1);
  const where = before === undefined ? '' : ` after record ${before}`;
  return {
    passed: missing === undefined,
    said:
      missing === undefined
        ? `${order.length} records in order: found`
        : `step ${found.length + 1} of ${order.length}, a record ${patternInWords(missing)}: not found${where}`,
    found: found.slice(0, MOST_FOUND),
    near_misses: missing === undefined ? [] : nearest(scan.latest(from, missing), missing),
  };
}

/** Records of another sort are further away than any other field can make them. */
const distanceOf = (differs: readonly Difference[]): number =>
  differs.reduce((sum, { field }) => sum + (field === 'op' || field === 'kind' ? SORT : 1), 0);

/** The records that come closest and have something in common; the latest of those that are as close. */
function nearest(entries: readonly Entry[], match: Pattern): NearMiss[] {
  const most = weightOf(match);
  return entries
    .map((entry) => ({ entry, differs: differences(entry, match) }))
    .filter(({ differs }) => differs.length > 0 && differs.length < most)
    .toSorted((a, b) => distanceOf(a.differs) - distanceOf(b.differs) || b.entry.seq - a.entry.seq)
    .slice(0, MOST_NEAR_MISSES);
}

/** How many fields a pattern names. */
const weightOf = ({ fields = {}, ...own }: Pattern): number =>
  Object.values(own).filter((value) => value !== undefined).length + Object.keys(fields).length;

function countInWords(atLeast: number, atMost: number): string {
  if (atMost === 0) return 'no record';
  if (atLeast === atMost) return `exactly ${recordsInWords(atLeast)}`;
  if (atMost === Infinity) return `at least ${recordsInWords(atLeast)}`;
  return atLeast === 0
    ? `at most ${recordsInWords(atMost)}`
    : `${atLeast} to ${recordsInWords(atMost)}`;
}

const recordsInWords = (nr: number): string => (nr === 1 ? '1 record' : `${nr} records`);
