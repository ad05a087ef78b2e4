/** How the process is told what to do: by flags first, then `FAKEXEN_*`, then a file, then what the table says. */

import { readFile } from 'node:fs/promises';
import {
  SETTINGS,
  SETTING_NAMES,
  keyOf,
  variableOf,
  type SettingName,
  type Settings,
} from './settings.js';

/** As they stand on the command line; a switch is true. */
export type Flags = Readonly<Partial<Record<SettingName, string | boolean | undefined>>>;
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly settings: Settings;
  /** Where each was said: `--port`, `FAKEXEN_PORT`, a file, or nowhere (`default`). */
  readonly origins: Readonly<Record<SettingName, string>>;
}

/** Said to the user in one line; the process ends with status 2. */
export class ConfigError extends Error {}

/** Throws ConfigError for what cannot be, with where it was said. */
export async function readConfig(flags: Flags, env: Environment): Promise<Config> {
  const said = [ofFlags(flags), ofEnvironment(env)];
  const { config: file } = configFrom(said).settings;
  return configFrom(file === undefined ? said : [...said, await ofFile(file)]);
}

/** One place where settings are said. */
interface Source {
  readonly text: ReadonlyMap<SettingName, string>;
  /** How the place of one is named. */
  readonly origin: (name: SettingName) => string;
  /** The same where something is wrong with it. */
  readonly blame: (name: SettingName) => string;
}

/** The first source that says something of a setting decides. */
function configFrom(sources: readonly Source[]): Config {
  const settings: Partial<Record<SettingName, unknown>> = {};
  const origins: Partial<Record<SettingName, string>> = {};
  for (const name of SETTING_NAMES) {
    const source = sources.find(({ text }) => text.has(name));
    settings[name] = source === undefined ? SETTINGS[name].fallback : readFrom(source, name);
    origins[name] = source?.origin(name) ?? 'default';
  }
  return { settings: settings as Settings, origins: origins as Config['origins'] };
}

function readFrom({ text, blame }: Source, name: SettingName): unknown {
  try {
    return SETTINGS[name].read(text.get(name) ?? '');
  } catch (error) {
    throw new ConfigError(`${blame(name)}: ${(error as Error).message}`);
  }
}

function ofFlags(flags: Flags): Source {
  const origin = (name: SettingName) => `--${keyOf(name)}`;
  const text = new Map<SettingName, string>();
  for (const name of SETTING_NAMES)
    if (flags[name] !== undefined) text.set(name, String(flags[name]));
  return { text, origin, blame: origin };
}

/** A variable that is empty says nothing. */
function ofEnvironment(env: Environment): Source {
  const text = new Map<SettingName, string>();
  for (const name of SETTING_NAMES) {
    const said = env[variableOf(name)];
    if (said !== undefined && said !== '') text.set(name, said);
  }
  return { text, origin: variableOf, blame: variableOf };
}

async function ofFile(file: string): Promise<Source> {
  const byKey = new Map(SETTING_NAMES.map((name) => [keyOf(name), name]));
  byKey.delete('config');
  const text = new Map<SettingName, string>();
  for (const [key, value] of Object.entries(await mappingIn(file))) {
    const name = byKey.get(key);
    if (name === undefined) {
      const known = [...byKey.keys()].join(', ');
      throw new ConfigError(`${file}: ${key} is no setting; there are ${known}`);
    }
    if (typeof value === 'object' && value !== null)
      throw new ConfigError(`${file}: ${key}: must be one value`);
    text.set(name, String(value ?? ''));
  }
  return { text, origin: () => file, blame: (name) => `${file}: ${keyOf(name)}` };
}

async function mappingIn(file: string): Promise<object> {
  const { default: yaml } = await import('yaml');
  let content: unknown;
  try {
    content = yaml.parse(await readFile(file, 'utf8')) ?? {};
  } catch (error) {
    throw new ConfigError(`${file}: ${(error as Error).message}`);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw new ConfigError(`${file}: must be a mapping of settings`);
}
