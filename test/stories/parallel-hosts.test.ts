import type { FastifyInstance } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { randomCalls, randomFrom, type Call } from '../support/random-calls.js';

const HOSTS = 64;
const CALLS = 60;

async function ask(app: FastifyInstance, host: string, call: Call) {
  const answer = await app.inject({ ...call, url: `${host}${call.url}` });
  return [answer.statusCode, answer.body.replace(/"instance":"[^"]*"/, '')];
}

/** What one run of a test does on its host, and what it is answered; nobody knows of the others. */
async function run(app: FastifyInstance, host: string, seed: number) {
  const calls = randomCalls(randomFrom(seed));
  const answers: unknown[] = [];
  for (let n = 0; n < CALLS; n++) answers.push(await ask(app, host, calls.next().value as Call));
  answers.push(await ask(app, host, { method: 'GET', url: '/snapshot' }));
  return answers;
}

it('64 runs side by side, each on a host of its own, see what each would see alone', async () => {
  const app = await buildApp({ host: new Host() });
  onTestFinished(() => app.close());
  const names = Array.from({ length: HOSTS }, (_, n) => `run-${n}`);
  for (const name of names)
    await app.inject({ method: 'PUT', url: `/hosts/${name}`, payload: { ttl_s: 60 } });

  const together = await Promise.all(names.map((name, n) => run(app, `/hosts/${name}`, n % 8)));

  for (let seed = 0; seed < 8; seed++) {
    await app.inject({ method: 'PUT', url: '/hosts/alone', payload: {} });
    const alone = await run(app, '/hosts/alone', seed);
    const same = together.filter((_, n) => n % 8 === seed);
    for (const answers of same) expect(answers).toEqual(alone);
  }
});
