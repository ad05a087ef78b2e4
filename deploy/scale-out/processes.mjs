/** Processes of the service on the loopback, each at a port of its own, all with one folder for their hosts. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROGRAM = 'dist/bundle/fakexen.js';
const OPTIONS = ['--state-interval', '1', '--log-level', 'warn'];

/**
 * Started and ready.
 * @param {string} stateDir
 * @param {string} port 0 takes a free one
 * @returns {Promise<{ url: string, kill(): Promise<void> }>} `kill` is the one that nothing can prepare for
 */
export async function startProcess(stateDir, port = '0') {
  const args = ['serve', '--port', port, '--state-dir', stateDir, ...OPTIONS];
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const { event, url } = JSON.parse(line);
    if (event === 'ready') return { url, kill: () => killed(child, ended) };
  }
  throw new Error('a process ended before it was ready');
}

async function killed(child, ended) {
  child.kill('SIGKILL');
  await ended;
}
