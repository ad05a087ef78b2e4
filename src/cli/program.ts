/** The parser (commander) for one line: every name on its way for help and for suggestions, the command itself whole. */

import { Command as Parser, CommanderError, Option as ParserOption } from 'commander';
import {
  JSON_OPTION,
  isGroup,
  type AnyRow,
  type Command,
  type CommandRow,
  type Option,
} from './command.js';
import { Given, type GivenValue } from './given.js';
import type { Terminal } from './terminal.js';

/** What the line calls; undefined: help, which has been printed. */
export interface Called {
  readonly command: Command;
  readonly given: Given;
}

/** Throws CommanderError, with its text printed, for a line that no command takes. */
export async function parseLine(
  rows: readonly AnyRow[],
  args: readonly string[],
  terminal: Terminal,
): Promise<Called | undefined> {
  let called: Called | undefined;
  const program = strict(new Parser('fakexen'), terminal)
    .description('A Xen host that answers over HTTP and JSON.')
    .usage('COMMAND [OPTION…]')
    .addHelpText('after', AFTER_HELP);
  await addRows(program, rows, args[0] === 'help' ? args.slice(1) : args, (command, given) => {
    called = { command, given };
  });
  try {
    await program.parseAsync(args.map(dashed), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return called;
}

/** Xen's names have underscores, flags have dashes. */
const dashed = (word: string) => word.replace(/^--[a-z0-9_]+/, (flag) => flag.replaceAll('_', '-'));

const AFTER_HELP = `
Exit status: 0 done; 1 refused, or not so; 2 the line or the settings make no sense; 3 nobody answers.`;

type Call = (command: Command, given: Given) => void;

/** The rest of the words says which row is called, if it is one of these. */
async function addRows(
  parent: Parser,
  rows: readonly AnyRow[],
  words: readonly string[],
  call: Call,
) {
  for (const row of rows) {
    const parser = parent.command(row.name).description(row.summary).copyInheritedSettings(parent);
    if (row.name !== words[0]) continue;
    if (isGroup(row)) await addRows(parser, await row.rows(), words.slice(1), call);
    else await complete(parser, row, call);
  }
}

async function complete(parser: Parser, row: CommandRow, call: Call): Promise<void> {
  const command = await row.load();
  const { arguments: names = [], options = [], about } = command;
  if (about !== undefined) parser.description(`${row.summary}.\n\n${about}`);
  for (const { name, about, isOptional, choices } of names) {
    const argument = parser.createArgument(isOptional ? `[${name}]` : `<${name}>`, about);
    parser.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  for (const option of [...options, JSON_OPTION]) parser.addOption(parserOption(option));
  parser.action(() => {
    const said = names.map(({ name }, n): [string, GivenValue] => [name, parser.args[n]]);
    const given = new Given([...said, ...[...options, JSON_OPTION].map(valueIn(parser))]);
    for (const { flag, isRequired } of options) if (isRequired) given.required(flag);
    call(command, given);
  });
}

function parserOption({ flag, value, about, isRequired, isList, choices }: Option): ParserOption {
  const written = value === undefined ? '' : ` <${value}>`;
  const option = new ParserOption(`--${flag}${written}`, isRequired ? `${about} Needed.` : about);
  if (choices !== undefined) option.choices(choices);
  if (isList) option.argParser((text, before?: string[]) => [...(before ?? []), text]);
  return option;
}

const valueIn =
  (parser: Parser) =>
  (option: Option): [string, GivenValue] => {
    const value: unknown = parser.getOptionValue(parserOption(option).attributeName());
    return [option.flag, value as GivenValue];
  };

function strict(parser: Parser, { out, err }: Terminal): Parser {
  return parser
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help says how it is used)');
}
