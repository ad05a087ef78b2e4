/** Where a replay and its recording part. */

import { isGuestStep, type Step } from './recording.js';

export interface Difference {
  /** By its name in the recording. */
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Every field in which `actual` is not as expected; fields of which nothing is expected do not count. */
export function differencesBetween(expected: unknown, actual: unknown, field = ''): Difference[] {
  if (typeof expected !== 'object' || expected === null)
    return Object.is(expected, actual ?? null) || expected === actual
      ? []
      : [{ field, expected, actual }];
  if (typeof actual !== 'object' || actual === null) return [{ field, expected, actual }];
  const lengths =
    Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length
      ? [{ field: `${field}.length`, expected: expected.length, actual: actual.length }]
      : [];
  const fields = Object.entries(expected).flatMap(([name, value]) =>
    differencesBetween(
      value,
      (actual as Record<string, unknown>)[name],
      field === '' ? name : `${field}.${name}`,
    ),
  );
  return [...lengths, ...fields];
}

export function describeMismatch(step: Step, differences: readonly Difference[]): string {
  const what = isGuestStep(step)
    ? `${step.asm} (${step.label}) rdi ${step.regs_in['rdi'] ?? ''}`
    : JSON.stringify(step.args ?? {});
  return [
    `scenario ${step.scenario} step ${step.step}: ${step.op} ${what}`,
    ...differences.map(
      ({ field, expected, actual }) =>
        `  ${field}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`,
    ),
  ].join('\n');
}
