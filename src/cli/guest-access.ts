/** What the commands that play the guest have in common: how an access is asked for, and how its end is shown. */

import type { GuestAccessOptions, GuestAnswer } from '../client/index.js';
import type { Option, Shown } from './command.js';
import { CONNECTION_OPTIONS } from './connection.js';
import type { Given } from './given.js';
import { fields } from './text/fields.js';

const UNSAID_SIZE = 4;

export const GUEST_OPTIONS: readonly Option[] = [
  { flag: 'size', value: 'BYTES', about: `how much at once, ${UNSAID_SIZE} if not said` },
  { flag: 'vcpu', value: 'NR', about: 'which vcpu, 0 if not said' },
  {
    flag: 'wait',
    value: 'SECONDS',
    about: 'for a device model, 30 if not said; 0 answers at once',
  },
  { flag: 'trace', about: 'show each step: the entries of the walk, the rules that applied' },
  ...CONNECTION_OPTIONS,
];

/** Nothing has befallen the guest, as far as it goes. */
const AS_WANTED = new Set(['completed', 'pending']);

export function accessOptionsIn(given: Given): GuestAccessOptions {
  const vcpu = given.number('vcpu');
  const wait = given.number('wait');
  return {
    size: given.number('size') ?? UNSAID_SIZE,
    trace: given.has('trace'),
    ...(vcpu !== undefined && { vcpu }),
    ...(wait !== undefined && { wait }),
  };
}

export function shownAccess(answer: GuestAnswer): Shown {
  const { exits, ioreqs, trace, ...rest } = answer;
  const lines = [
    fields(rest),
    ...[...exits, ...ioreqs, ...trace].map((step) => `  ${JSON.stringify(step)}`),
  ];
  return { value: answer, text: lines.join('\n'), status: AS_WANTED.has(answer.outcome) ? 0 : 1 };
}
