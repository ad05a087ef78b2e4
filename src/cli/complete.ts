/** What may come next on a line, for a shell: read off the table of commands. */

import { JSON_OPTION, isGroup, type AnyRow, type Command, type Option } from './command.js';

export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** Names of files, which the shell knows better. */
export const FILES = ':files';

/** `words` are those behind `fakexen`, the last of which is being written. */
export async function complete(
  rows: readonly AnyRow[],
  words: readonly string[],
): Promise<readonly Candidate[]> {
  const [first = '', ...rest] = words;
  if (rest.length === 0)
    return beginningWith(
      first,
      rows.map(({ name: word, summary: about }) => ({ word, about })),
    );
  const row = rows.find(({ name }) => name === first);
  if (row === undefined) return [];
  if (isGroup(row)) return complete(await row.rows(), rest);
  return ofCommand(await row.load(), rest);
}

function ofCommand(command: Command, words: readonly string[]): readonly Candidate[] {
  const options = [...(command.options ?? []), JSON_OPTION];
  const current = words.at(-1) ?? '';
  const asked = optionBefore(options, words.slice(0, -1));
  if (asked !== undefined) return valuesOf(asked, current);
  if (current.startsWith('-'))
    return beginningWith(
      current,
      options.map(({ flag, about }) => ({ word: `--${flag}`, about })),
    );
  const argument = command.arguments?.[argumentsAmong(options, words.slice(0, -1))];
  return argument === undefined ? [] : valuesOf(argument, current);
}

/** The option whose value comes next. */
function optionBefore(options: readonly Option[], words: readonly string[]): Option | undefined {
  const flag = words.at(-1);
  return options.find((option) => option.value !== undefined && `--${option.flag}` === flag);
}

/** How many arguments have been given. */
function argumentsAmong(options: readonly Option[], words: readonly string[]): number {
  return words.filter(
    (word, n) => !word.startsWith('-') && optionBefore(options, words.slice(0, n)) === undefined,
  ).length;
}

function valuesOf(
  {
    words,
    choices = words ?? [],
    isFile,
    about,
  }: Pick<Option, 'words' | 'choices' | 'isFile' | 'about'>,
  current: string,
): readonly Candidate[] {
  if (isFile) return [{ word: FILES, about: '' }];
  return beginningWith(
    current,
    choices.map((word) => ({ word, about })),
  );
}

const beginningWith = (start: string, candidates: readonly Candidate[]) =>
  candidates.filter(({ word }) => word.startsWith(start));
