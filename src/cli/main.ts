/** `fakexen`: finds the command, runs it, prints what it shows and says what went wrong. */

import { XenApiError } from '../client/xen-api-error.js';
import { ConfigError } from '../server/config.js';
import type { Shown } from './command.js';
import { COMMANDS } from './commands/index.js';
import { flagsOf } from './settings-options.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { Unreachable } from './unreachable.js';

/** Ask about the program itself, not about a command. */
const ASKS = new Set(['-h', '--help', 'help']);

const UNAUTHORIZED = 401;

const STATUS = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

/** Answers the exit status. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(withCommand(args), terminal);
  } catch (error) {
    return told(error as Error, terminal);
  }
}

/** A container is often given the options of `serve` alone. */
function withCommand(args: readonly string[]): readonly string[] {
  const [first = '--help'] = args;
  return first.startsWith('-') && !ASKS.has(first) ? ['serve', ...args] : args;
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args[0] === 'serve' && (await servedAtOnce(args.slice(1), terminal))) return STATUS.done;

  if (args[0] === 'complete') return await completed(args.slice(1), terminal);

  const { parseLine } = await import('./program.js');
  const called = await parseLine(COMMANDS, args, terminal);
  if (called === undefined) return args.length > 0 ? STATUS.done : STATUS.usage;
  const { command, given } = called;
  const shown = await command.run(given, terminal);
  if (shown !== undefined) print(shown, given.isJson, terminal);
  return shown?.status ?? STATUS.done;
}

/** Of a shell: `--` comes first, so that no word of its line is taken for one of ours. */
async function completed([, ...words]: readonly string[], { out }: Terminal): Promise<number> {
  const { complete } = await import('./complete.js');
  for (const { word, about } of await complete(COMMANDS, words))
    out(`${[word, ...(about === '' ? [] : [about])].join('\t')}\n`);
  return STATUS.done;
}

/** Loading a parser would make starting take longer; a line that is not plain is left to it. */
async function servedAtOnce(args: readonly string[], { env }: Terminal): Promise<boolean> {
  const flags = flagsOf(args);
  if (flags === undefined) return false;
  const { serveBy } = await import('./commands/serve.js');
  await serveBy(flags, env);
  return true;
}

function print({ value, text }: Shown, isJson: boolean, { out }: Terminal): void {
  const printed = isJson ? JSON.stringify(value, null, 2) : text;
  if (printed !== '') out(`${printed}\n`);
}

/** What no errno names is said by its detail. */
function messageOf(error: Error): string {
  if (!(error instanceof XenApiError) || error.errno !== undefined) return error.message;
  const said = error.detail ?? error.message;
  return error.status === UNAUTHORIZED ? `${said} (--token, FAKEXEN_TOKEN)` : said;
}

/** Says what went wrong, if the parser has not yet; answers the exit status. */
function told(error: Error, { err }: Terminal): number {
  if (error.name === 'CommanderError') return STATUS.usage;
  err(`fakexen: ${messageOf(error)}\n`);
  if (error instanceof UsageError || error instanceof ConfigError) return STATUS.usage;
  return error instanceof Unreachable ? STATUS.unreachable : STATUS.refused;
}
