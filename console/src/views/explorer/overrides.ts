/** What is turned on a program before it is run, and how the address says it: `profile=v6&knobs=a=true,b=retry`. */

import type { Knobs, Program } from '../../parts/sequence/program.js';

export interface Overrides {
  /** Undefined: the program's own. */
  readonly profile: string | undefined;
  readonly knobs: Knobs;
}

export const turned = (program: Program, { profile, knobs }: Overrides): Program => ({
  ...program,
  ...(profile !== undefined && { profile }),
  ...(Object.keys(knobs).length > 0 && { knobs: { ...program.knobs, ...knobs } }),
});

export const overridesIn = (query: Readonly<Record<string, string>>): Overrides => ({
  profile: query['profile'],
  knobs: Object.fromEntries(
    (query['knobs'] ?? '').split(',').flatMap((setting) => {
      const [name, value] = setting.split('=', 2);
      return name === undefined || value === undefined ? [] : [[name, knobValue(value)]];
    }),
  ),
});

export function queryOf({ profile, knobs }: Overrides): Record<string, string> {
  const settings = settingsOf(knobs).join(',');
  return { ...(profile !== undefined && { profile }), ...(settings !== '' && { knobs: settings }) };
}

/** `NAME=VALUE`, as the command line takes them too. */
export const settingsOf = (knobs: Knobs): string[] =>
  Object.entries(knobs).map(([name, value]) => `${name}=${String(value)}`);

function knobValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}
