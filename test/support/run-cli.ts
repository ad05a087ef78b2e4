import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import type { Terminal } from '../../src/cli/terminal.js';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly env?: Record<string, string>;
  readonly input?: string;
  readonly isWatched?: boolean;
  /** Called with each piece that is printed. */
  readonly onOut?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** The program, in this process. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<Ran> {
  const { env = {}, input = '', isWatched = false, onOut } = options;
  let out = '';
  let err = '';
  const terminal: Terminal = {
    env,
    input: Readable.from([input]),
    out(text) {
      out += text;
      onOut?.(text);
    },
    err(text) {
      err += text;
    },
    isWatched,
    interrupted: () => options.signal ?? new AbortController().signal,
  };
  const status = await main(args, terminal);
  return { status, out, err };
}
