/** Plays the story behind each proxy that is named; says what each step took. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { ask } from './ask.mjs';
import { startProcess } from './processes.mjs';
import { startProxy } from './proxies.mjs';
import { storyOf } from './story.mjs';

const PROCESSES = 3;
const PAUSE_MS = 50;

for (const name of process.argv.slice(2)) await play(name);

async function play(name) {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-scale-out-'));
  const ending = [() => rmSync(folder, { recursive: true })];
  try {
    const stateDir = join(folder, 'state');
    const start = async (port) => {
      const started = await startProcess(stateDir, port);
      ending.unshift(() => started.kill());
      return started;
    };
    const processes = [];
    while (processes.length < PROCESSES) processes.push(await start());
    const proxy = await startProxy(name, await freePort(), processes.map(portOf), folder);
    ending.unshift(() => proxy.stop());
    await untilReady(proxy.url);
    const revive = (process) => start(portOf(process));

    for (const [shows, step] of Object.entries(storyOf(proxy.url, processes, { stateDir, revive })))
      await timed(`${name} ${shows}`, step);
  } finally {
    for (const end of ending) await end();
  }
}

function portOf({ url }) {
  return new URL(url).port;
}

async function untilReady(url) {
  const isReady = () =>
    ask(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await isReady())) await setTimeout(PAUSE_MS);
}

async function timed(what, step) {
  const started = performance.now();
  const found = await step();
  console.log(
    `scale-out: ${what}: ${found} (${String(Math.round(performance.now() - started))} ms)`,
  );
}
