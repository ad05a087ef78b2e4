/** Requests of the job: an answer of any status is an answer. */

import { setTimeout as sleep } from 'node:timers/promises';

const AT_ONCE = 32;
const MOST_TRIES = 100;
const PAUSE_MS = 100;
const NO_ANSWER = { status: undefined, body: undefined };

/** @returns {Promise<{ status: number, body: any }>} the body as it is where it is not JSON */
export async function ask(url, method = 'GET', body = undefined) {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? JSON.parse(text) : text };
}

/** What is answered with that status, once it is: until a proxy has found out that a process is dead, others come. */
export async function answerOf(wanted, url, method = 'GET') {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { status, body } = await ask(url, method).catch(() => NO_ANSWER);
    if (status === wanted) return body;
    if (status !== undefined && status < 500) throw new Error(`${url} is answered ${status}`);
    await sleep(PAUSE_MS);
  }
  throw new Error(`${url} is not answered ${String(wanted)}`);
}

/** What comes of each, in order, a few at once. */
export async function forEach(all, what) {
  const results = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    results.push(...(await Promise.all(all.slice(first, first + AT_ONCE).map(what))));
  return results;
}
