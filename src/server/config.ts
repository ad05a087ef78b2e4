/** How the process is told what to do: flags first, then `FAKEXEN_*`, then what stands here. */

import { parseArgs } from 'node:util';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** A YAML file of what the default host holds from the start; without one it is empty. */
  readonly seed: string | undefined;
}

/** Said to the user in one line; the process ends with status 2. */
export class ConfigError extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const SETTINGS = {
  host: { env: 'FAKEXEN_HOST', value: 'ADDRESS', fallback: '127.0.0.1', about: 'listen on' },
  port: { env: 'FAKEXEN_PORT', value: 'PORT', fallback: '8080', about: 'port; 0 takes a free one' },
  'log-level': {
    env: 'FAKEXEN_LOG_LEVEL',
    value: 'LEVEL',
    fallback: 'info',
    about: LOG_LEVELS.join(' | '),
  },
  seed: {
    env: 'FAKEXEN_SEED',
    value: 'FILE',
    fallback: undefined,
    about: 'YAML file of the domains to start with',
  },
} as const;

type Setting = keyof typeof SETTINGS;

/** The configuration, or `'help'` if that was asked for. */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Config | 'help' {
  const flags = parseFlags(args);
  if (flags.help) return 'help';

  const setting = (name: Setting) =>
    flags[name] ?? env[SETTINGS[name].env] ?? SETTINGS[name].fallback;
  return {
    host: setting('host') ?? '',
    port: portOf(setting('port')),
    logLevel: logLevelOf(setting('log-level')),
    seed: setting('seed') || undefined,
  };
}

export const USAGE = [
  'usage: fakexen [serve] [OPTION…]',
  '',
  ...Object.entries(SETTINGS).map(([name, { env, value, fallback, about }]) => {
    const flag = `  --${name} ${value}`.padEnd(22);
    return `${flag}${about} (${env}${fallback === undefined ? '' : `, ${fallback}`})`;
  }),
].join('\n');

function parseFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        host: text,
        port: text,
        'log-level': text,
        seed: text,
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    const surplus = positionals.filter((word, n) => n > 0 || word !== 'serve');
    if (surplus.length > 0) throw new ConfigError(`cannot make sense of ${surplus.join(' ')}`);
    return values;
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError((error as Error).message);
  }
}

function portOf(text: string | undefined): number {
  const port = Number(text);
  if (!text || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`port ${text ?? ''} is not in 0..65535`);
  }
  return port;
}

function logLevelOf(text: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((name) => name === text);
  if (level === undefined) {
    throw new ConfigError(`log level ${text ?? ''} is none of ${LOG_LEVELS.join(', ')}`);
  }
  return level;
}
