/** What a recorded step says of what it showed. */

import { isGuestStep, type GuestStep, type Step } from './recording.js';

/** Fields of a guest step that say what went in, or that people read. */
const GIVEN = new Set<string>([
  'scenario',
  'step',
  'op',
  'label',
  'snippet',
  'asm',
  'bytes',
  'regs_in',
  'hang',
  'livelock',
  'ioreqs_truncated',
  'nondeterministic',
] satisfies (keyof GuestStep | 'snippet' | 'hang' | 'livelock')[]);

export function expectedOf(step: Step): Readonly<Record<string, unknown>> {
  if (!isGuestStep(step)) return { ret: step.ret, errno: step.errno ?? null, out: step.out ?? {} };
  const shown = Object.entries(step).filter(([name]) => !GIVEN.has(name));
  const mem = step.mem.map(({ gpa, after }) => ({ gpa, after }));
  return { ...Object.fromEntries(shown), mem };
}

/** Whether two recordings agreed about a field. */
export const isDeterministic = ({ nondeterministic = [] }: Step, field: string): boolean =>
  !nondeterministic.includes(`/${field.replaceAll('.', '/')}`);
