/** What a command has of the process that it runs in. */

import type { Readable } from 'node:stream';

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  /** What is asked for. */
  readonly out: (text: string) => void;
  /** What is said besides. */
  readonly err: (text: string) => void;
  /** Somebody looks at what is said besides. */
  readonly isWatched: boolean;
  /** Aborted when the user wants to end it (SIGINT, SIGTERM). */
  interrupted(): AbortSignal;
}

export const PROCESS: Terminal = {
  env: process.env,
  input: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY,
  interrupted() {
    const ending = new AbortController();
    const end = () => {
      ending.abort();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    return ending.signal;
  },
};
