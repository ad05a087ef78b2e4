/** Run named jobs one after another, each in a process of its own, and say what each took. */

import { spawnSync } from 'node:child_process';

/** @param {Record<string, string[]>} jobs a module of Node and its arguments, by name */
export function runJobs(jobs) {
  for (const [name, args] of Object.entries(jobs)) {
    const started = performance.now();
    const { status, signal } = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const ended = status === 0 ? 'passed' : `failed (${String(signal ?? status)})`;
    process.stderr.write(`${name}: ${ended} in ${seconds} s\n`);
    if (status !== 0) process.exit(status ?? 1);
  }
}
