/** One move of a witness in a few words: where it started, what the guest met, what it changed. */

import type { ReplayedMove } from './answer.js';

/** Trace steps that say nothing that others do not say better. */
const UNSAID = new Set(['ept_walk']);

/** Fields worth a place beside the name of a step. */
const TOLD = ['gpa', 'p2mt', 'ioservid', 'why', 'vector'] as const;

/** `before`: the state in front of the move. */
export function moveInWords({ point, trace, state }: ReplayedMove, before: unknown): string {
  const steps = trace.filter(({ step }) => !UNSAID.has(String(step))).map(stepInWords);
  const changes = state === undefined ? [] : differences(before, state);
  return [point, ...steps, ...changes].join('; ');
}

const stepInWords = (step: Readonly<Record<string, unknown>>): string =>
  [step['step'], ...TOLD.flatMap((field) => (field in step ? [step[field]] : []))].join(' ');

function differences(before: unknown, after: unknown): string[] {
  const [old, now] = [flat(before), flat(after)];
  return [...now].flatMap(([name, value]) =>
    old.get(name) === value ? [] : [`${name}: ${old.get(name) ?? 'nothing'} → ${value}`],
  );
}

function flat(value: unknown, name = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[name, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...flat(part, name ? `${name} ${key}` : key)]),
  );
}
