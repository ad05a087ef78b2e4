/** Recordings of Xen's EPT code: JSON lines, plain or gzip, one object a step. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Args = Readonly<Record<string, string | number>>;

/** One step: the operation, what it answered, and what was counted and digested after it. */
export interface Step {
  readonly scenario: string;
  readonly step: number;
  readonly op: string;
  readonly args: Args;
  readonly rc: number | 'BUG';
  /** Done in a forked child: the state after it was not kept. */
  readonly tried?: 1;
  readonly touched?: readonly TouchedRun[];
  readonly [field: string]: unknown;
}

/** A run of entries that a step changed. */
export interface TouchedRun {
  /** Level. */
  readonly l: number;
  /** First gfn, hexadecimal. */
  readonly g: string;
  readonly n: number;
  readonly old: string | null;
  readonly new: string | null;
}

const GZIP_MAGIC = 0x1f8b;

export function readRecording(file: string | URL): Step[] {
  const bytes = readFileSync(file);
  const plain = bytes.length > 1 && bytes.readUInt16BE(0) === GZIP_MAGIC;
  const text = (plain ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Step);
}

/** The steps of each scenario, in the order of the file. */
export function scenariosOf(steps: readonly Step[]): Step[][] {
  const scenarios = new Map<string, Step[]>();
  for (const step of steps) {
    const known = scenarios.get(step.scenario);
    if (known === undefined) scenarios.set(step.scenario, [step]);
    else known.push(step);
  }
  return [...scenarios.values()];
}
