/** The service as users start it, in a process of its own, so that it can be killed. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { connect, type XenHost } from '../../../src/client/index.js';

export interface Service {
  readonly url: string;
  readonly client: XenHost;
  kill(): Promise<void>;
}

/** On a free port, if none is said; with the example host. */
export async function startService(port = 0, ...args: string[]): Promise<Service> {
  const serve = ['serve', '--port', String(port), '--log-level', 'warn', ...args];
  const child = spawn(process.execPath, ['dist/bundle/fakexen.js', ...serve], {
    env: { ...process.env, FAKEXEN_SEED: 'examples/xengt.yaml' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { url, client: connect(url), kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
