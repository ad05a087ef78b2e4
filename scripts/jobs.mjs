/** Named jobs, each in a process of its own; says what each took. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Run jobs one after another; the first that fails ends the process with its status.
 * @param {Record<string, string[]>} jobs a module of Node and its arguments, by name
 */
export async function runJobs(jobs) {
  for (const [name, args] of Object.entries(jobs))
    endUnlessPassed(await run(name, args, 'inherit'));
}

/**
 * Run jobs side by side, what each says in one piece; any that failed ends the process, once all are through.
 * @param {Record<string, string[]>} jobs
 */
export async function runSideBySide(jobs) {
  const runs = Object.entries(jobs).map(([name, args]) => run(name, args, 'pipe'));
  (await Promise.all(runs)).forEach(endUnlessPassed);
}

async function run(name, args, output) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
  const [status, signal] = await once(child, 'close');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ended = status === 0 ? 'passed' : `failed (${String(signal ?? status)})`;
  process.stderr.write(`${said.join('')}${name}: ${ended} in ${seconds} s\n`);
  return status ?? 1;
}

function endUnlessPassed(status) {
  if (status !== 0) process.exit(status);
}
