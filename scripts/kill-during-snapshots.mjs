/**
 * `node scripts/kill-during-snapshots.mjs [KILLS [COMMAND ARGUMENT…]]`: a service that writes its state again and again is
 * killed (SIGKILL) at any moment, and started anew. What it then holds must be what it held before its last change or
 * after it: never half of it, never nothing.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const [, , kills = '200', command = process.execPath, ...args] = process.argv;
const serve = args.length > 0 ? args : ['dist/bundle/fakexen.js', 'serve'];

/** As much as a device model may have mapped; each change writes all of it. */
const BYTES = 2 ** 22;
/** Within this time of a change comes the kill. */
const SOON_MS = 120;

const folder = mkdtempSync(join(tmpdir(), 'fakexen-kills-'));
const state = ['--state-file', join(folder, 'default'), '--state-dir', join(folder, 'hosts')];
const settings = ['--port', '0', '--log-level', 'silent', ...state, '--state-interval', '0.005'];

async function start() {
  const child = spawn(command, [...serve, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, url } = JSON.parse(line);
    if (event === 'ready') return { child, url };
  }
  throw new Error('the service did not come up: its state cannot be read');
}

async function ask(url, init) {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${init?.method ?? 'GET'} ${url}: ${await answer.text()}`);
  return answer;
}

const send = (url, method, body) =>
  ask(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const write = (url, generation) =>
  ask(`${url}/domains/1/ram?gpa=0x0`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(BYTES).fill(generation % 256),
  });

/** The one change that all of the memory is of. */
async function generationOf(url) {
  const ram = await ask(`${url}/domains/1/ram?gpa=0x0&length=${BYTES}`);
  const bytes = new Uint8Array(await ram.arrayBuffer());
  const strange = bytes.findIndex((byte) => byte !== bytes[0]);
  if (strange >= 0) throw new Error(`byte ${strange} is of another change than byte 0`);
  return bytes[0];
}

/** The second file from now on was begun after now. */
async function untilWritten() {
  const file = join(folder, 'default');
  const seen = new Set();
  for (const began = Date.now(); seen.size < 2; await delay(5))
    if (existsSync(file) && statSync(file).mtimeMs > began) seen.add(statSync(file).mtimeMs);
}

async function kill({ child }) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

let service = await start();
await send(`${service.url}/domains`, 'POST', { memory: [{ first_gfn: '0x0', nr: BYTES / 4096 }] });
await send(`${service.url}/hosts/side`, 'PUT', { seed: { domains: [{ memory_mib: 4 }] } });
await write(service.url, 0);
await untilWritten();

let caught = 0;
for (let n = 1; n <= Number(kills); n++) {
  const before = await generationOf(service.url);
  await write(service.url, before + 1);
  await delay(Math.random() * SOON_MS);
  await kill(service);
  if (readdirSync(folder).some((file) => /^default\..*\.new$/.test(file))) caught++;

  service = await start();
  const after = await generationOf(service.url);
  if (after !== before && after !== (before + 1) % 256)
    throw new Error(`kill ${n}: change ${after} is there, not ${before} or the next`);
  await send(`${service.url}/hosts/side/restore`, 'POST', {});
  const { domains } = await (await ask(`${service.url}/hosts/side/domains`)).json();
  if (domains.length !== 1) throw new Error(`kill ${n}: host side has ${domains.length} domains`);
}
await kill(service);
rmSync(folder, { recursive: true });
process.stdout.write(
  `${kills} kills, ${caught} of them while the state was being written: no file was broken\n`,
);
