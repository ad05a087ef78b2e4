/** A process that is measured from outside: started, asked where it listens, ended. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface Served {
  readonly url: string;
  end(): Promise<void>;
}

/** The service as people run it: journal and metrics on, warnings logged. */
export const serveFakeXen = (...options: string[]): Promise<Served> =>
  serve([
    `${ROOT}dist/bundle/fakexen.js`,
    ...['serve', '--port', '0', '--log-level', 'warn'],
    ...options,
  ]);

/** What it is held beside: one of `processes/`, that says where it listens. */
export const serveReference = (name: string, ...args: string[]): Promise<Served> =>
  serve([`${HERE}processes/${name}.js`, ...args]);

/** A mock of our OpenAPI document, by the package beside this folder. */
export const servePrism = (folder: string): Promise<Served> =>
  serve(
    [
      `${folder}/node_modules/@stoplight/prism-cli/dist/index.js`,
      'mock',
      '--port',
      '0',
      `${ROOT}openapi/openapi.json`,
    ],
    PRISM_LISTENS,
  );

const READY = /^\{.*"url":"([^"]+)"/;
const PRISM_LISTENS = /listening on (http:\S+)/;

async function serve(args: readonly string[], ready = READY): Promise<Served> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: ROOT });
  const end = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ready.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, end };
  }
  throw new Error(`${args.join(' ')} ended before it was ready`);
}
