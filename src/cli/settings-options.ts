/** The settings of the process as options of a command, and as such a command's line gives them. */

import { parseArgs } from 'node:util';
import type { Flags } from '../server/config.js';
import { SETTINGS, SETTING_NAMES, keyOf, variableOf } from '../server/settings.js';
import type { Option } from './command.js';
import type { Given } from './given.js';

export const SETTINGS_OPTIONS: readonly Option[] = SETTING_NAMES.map((name) => {
  const { about, fallback, value } = SETTINGS[name] as (typeof SETTINGS)['port'];
  const unsaid = [undefined, false].includes(fallback as never) ? '' : `, else ${fallback}`;
  return {
    flag: keyOf(name),
    about: `${about} (${variableOf(name)}${unsaid})`,
    ...(value !== undefined && { value }),
    ...((value === 'FILE' || value === 'PATH') && { isFile: true as const }),
  };
});

export const flagsIn = (given: Given): Flags =>
  Object.fromEntries(
    SETTING_NAMES.map((name) => [name, given.text(keyOf(name)) ?? switchOf(given, keyOf(name))]),
  );

/** A switch that is not named says nothing. */
const switchOf = (given: Given, key: string) => given.has(key) || undefined;

/** The same without a parser to load; undefined where the line has to be looked at more closely. */
export function flagsOf(args: readonly string[]): Flags | undefined {
  const options = Object.fromEntries(
    SETTING_NAMES.map((name) => {
      const type = 'value' in SETTINGS[name] ? 'string' : 'boolean';
      return [keyOf(name), { type } as const];
    }),
  );
  try {
    const { values } = parseArgs({ args: [...args], options });
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, values[keyOf(name)]]));
  } catch {
    return undefined;
  }
}
