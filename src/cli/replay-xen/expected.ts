/** What a recorded step says of what it showed. */

import { isRawDmOp } from './raw-dm-op.js';
import { isGuestStep, isSpinStep, type GuestStep, type SpinStep, type Step } from './recording.js';

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
  'rflags_in',
] satisfies (keyof GuestStep | keyof SpinStep | 'snippet' | 'hang' | 'livelock')[]);

/** What a recording does not list has not changed. */
const NO_CHANGE = { buf0: null, buf1: null };

export function expectedOf(step: Step): Readonly<Record<string, unknown>> {
  if (isRawDmOp(step)) return { ...calledOf(step), out: { ...NO_CHANGE, ...step.out } };
  if (!isGuestStep(step) && !isSpinStep(step)) return calledOf(step);
  const shown = Object.entries(step).filter(([name]) => !GIVEN.has(name));
  if (!isGuestStep(step)) return Object.fromEntries(shown);
  const mem = step.mem.map(({ gpa, after }) => ({ gpa, after }));
  return { ...Object.fromEntries(shown), mem };
}

const calledOf = ({ ret, errno, out }: Step) => ({ ret, errno: errno ?? null, out: out ?? {} });

/** Whether two recordings agreed about a field. */
export const isDeterministic = ({ nondeterministic = [] }: Step, field: string): boolean =>
  !nondeterministic.includes(`/${field.replaceAll('.', '/')}`);
