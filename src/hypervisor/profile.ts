/**
 * Which Xen a domain runs on: a shipped profile and the knobs that its creator turned.
 *
 * Code asks a knob, never the version.
 */

import { XenError } from './abi/errno.js';
import {
  KNOBS,
  PROFILE_NAMES,
  type Knob,
  type KnobName,
  type Knobs,
  type KnobValue,
  type ProfileName,
} from './profile-knobs.js';

export const DEFAULT_PROFILE: ProfileName = '4.17';

export interface Profile {
  readonly name: ProfileName;
  readonly knobs: Knobs;
  /** The knobs that were turned. */
  readonly turned: Readonly<Record<string, KnobValue>>;
}

/** The profile of that name with some knobs turned; EINVAL names the knob that cannot be so. */
export function resolveProfile(
  name: string = DEFAULT_PROFILE,
  overrides: Readonly<Record<string, unknown>> = {},
): Profile {
  const profile = PROFILE_NAMES.find((known) => known === name);
  if (profile === undefined)
    throw new XenError('EINVAL', `no profile ${name}: there are ${PROFILE_NAMES.join(', ')}`);

  const turned = Object.entries(overrides);
  const shipped = SHIPPED[profile];
  if (turned.length === 0) return shipped;
  for (const [knob, value] of turned) checkKnob(knob, value);
  return {
    name: profile,
    knobs: { ...shipped.knobs, ...overrides },
    turned: overrides as Profile['turned'],
  };
}

function checkKnob(name: string, value: unknown): void {
  if (!Object.hasOwn(KNOBS, name)) throw new XenError('EINVAL', `no knob ${name}`);
  const { values }: Knob = KNOBS[name as KnobName];
  if (!values.includes(value as KnobValue))
    throw new XenError(
      'EINVAL',
      `knob ${name} is one of ${values.join(', ')}, not ${JSON.stringify(value)}`,
    );
}

const SHIPPED = Object.fromEntries(
  PROFILE_NAMES.map((name, column) => [
    name,
    {
      name,
      knobs: Object.fromEntries(
        Object.entries(KNOBS).map(([knob, row]) => [knob, row.in[column]]),
      ) as Knobs,
      turned: {},
    },
  ]),
) as Record<ProfileName, Profile>;

/** The shipped profiles, oldest first. */
export const PROFILES: readonly Profile[] = PROFILE_NAMES.map((name) => SHIPPED[name]);
