/** A command of `fakexen` as one value: help, completion and how its line is read come from it. */

import type { Given } from './given.js';
import type { Terminal } from './terminal.js';

export interface Argument {
  /** `DOMID`. */
  readonly name: string;
  readonly about: string;
  readonly isOptional?: true;
  readonly choices?: readonly string[];
  /** The shell completes the names of files. */
  readonly isFile?: true;
}

export interface Option {
  /** Without its dashes. */
  readonly flag: string;
  /** What its value is called; undefined: it has none. */
  readonly value?: string;
  readonly about: string;
  readonly isRequired?: boolean;
  /** May be given more than once. */
  readonly isList?: true;
  readonly choices?: readonly string[];
  /** What a shell offers, where there is more than that. */
  readonly words?: readonly string[];
  readonly isFile?: true;
}

/** What a command has found out. */
export interface Shown {
  /** Printed with `--json`. */
  readonly value: unknown;
  readonly text: string;
  /** 0, if not said. */
  readonly status?: number;
}

export interface Command {
  /** What help says below the summary. */
  readonly about?: string;
  readonly arguments?: readonly Argument[];
  readonly options?: readonly Option[];
  /** Nothing is shown of what has printed as it went along. */
  run(given: Given, terminal: Terminal): Promise<Shown | undefined>;
}

/** One row of a table of commands; its module is loaded when it is called or asked about. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Commands that share their first word. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  rows(): readonly CommandRow[] | Promise<readonly CommandRow[]>;
}

export type AnyRow = CommandRow | CommandGroup;

export const isGroup = (row: AnyRow): row is CommandGroup => 'rows' in row;

/** What every command has. */
export const JSON_OPTION: Option = { flag: 'json', about: 'print JSON' };
