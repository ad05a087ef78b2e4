/** What a device model of the command line answers to the requests that it gets. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ioreq, IoreqHandler } from '../client/index.js';

export interface IoreqAnswers {
  readonly onIoreq: IoreqHandler;
  /** Nobody asks any more. */
  end(): void;
}

/** Every read is this value. */
export const constantly = (value: bigint): IoreqAnswers => ({
  onIoreq: ({ dir }) => (dir === 'read' ? value : undefined),
  end: () => undefined,
});

/** A read gives what was written to its address last, and zero before that. */
export function echoing(): IoreqAnswers {
  const written = new Map<string, string>();
  return {
    onIoreq({ type, addr, dir, data }) {
      const place = `${type} ${addr}`;
      if (dir === 'read') return written.get(place) ?? '0x0';
      written.set(place, data);
      return undefined;
    },
    end: () => undefined,
  };
}

/** Each request as a line of JSON to a command, and the line that it prints is the answer; an empty one answers a write. */
export function asCommanded(command: string): IoreqAnswers {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: AsyncIterator<string> = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  child.stdin.on('error', () => undefined); // that it is gone is told by what it does not answer

  const answerTo = async (ioreq: Ioreq) => {
    child.stdin.write(`${JSON.stringify(ioreq)}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error(`${command} ended before it had answered`);
    return line.value.trim() || undefined;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    onIoreq(ioreq) {
      const answer = last.then(() => answerTo(ioreq));
      last = answer.catch(() => undefined);
      return answer;
    },
    end: () => void child.stdin.end(),
  };
}
