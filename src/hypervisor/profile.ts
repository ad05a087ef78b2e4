/**
 * Which Xen a domain runs on: a shipped profile and the knobs that its creator turned.
 *
 * Code asks a knob, never the version.
 */

import { XenError } from './abi/errno.js';
import {
  KNOBS,
  PROFILE_NAMES as RELEASES,
  type Knob,
  type KnobName,
  type Knobs,
  type KnobValue,
  type ProfileName as Release,
} from './profile-knobs.js';
import { SERIES, type Patch } from './profile-series.js';

export type ProfileName = Release | Patch['name'];

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
  const shipped = PROFILES.find((known) => known.name === name);
  if (shipped === undefined) {
    const known = PROFILES.map((profile) => profile.name).join(', ');
    throw new XenError('EINVAL', `no profile ${name}: there are ${known}`);
  }
  const turned = Object.entries(overrides);
  if (turned.length === 0) return shipped;
  for (const [knob, value] of turned) checkKnob(knob, value);
  return {
    name: shipped.name,
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

const released = (name: Release, column: number): Profile => ({
  name,
  knobs: Object.fromEntries(
    Object.entries(KNOBS).map(([knob, row]) => [knob, row.in[column]]),
  ) as Knobs,
  turned: {},
});

/** Each patch of the series with those before it. */
function patched(base: Profile): Profile[] {
  let { knobs } = base;
  return SERIES.map((patch) => {
    knobs = { ...knobs, ...patch.knobs };
    return { name: patch.name, knobs, turned: {} };
  });
}

/** The shipped profiles, oldest first; the series of patches before what it becomes. */
export const PROFILES: readonly Profile[] = RELEASES.map(released).flatMap((profile) =>
  profile.name === '4.8' ? [profile, ...patched(profile)] : [profile],
);
