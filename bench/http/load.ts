/** Load on a service from this process, and what it is worth. */

import autocannon from 'autocannon';
import { median } from '../measure.js';

const ROUNDS = 7;
const SECONDS = 2;
const WARM_UP_SECONDS = 1;
const CONNECTIONS = 10;

export interface Target {
  readonly url: string;
  readonly path: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections?: number;
}

/** Requests a second of each target, measured in turns; medians. */
export async function requestsPerSecond(...targets: readonly Target[]): Promise<number[]> {
  for (const target of targets) await load(target, WARM_UP_SECONDS);
  const rounds: number[][] = targets.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, target] of targets.entries())
      rounds[index]?.push(await load(target, SECONDS));
  return rounds.map(median);
}

async function load(
  { url, path, body, headers = JSON_BODY, connections = CONNECTIONS }: Target,
  duration: number,
): Promise<number> {
  const result = await autocannon({
    url: `${url}${path}`,
    method: 'POST',
    headers,
    body,
    connections,
    duration,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

const JSON_BODY = { 'content-type': 'application/json' };

/** One call of a service, answered with 2xx. */
export async function post(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A running domain of 64 MiB, domid 1. */
export const createDomain = (url: string, spec: object = {}): Promise<unknown> =>
  post(url, '/domains', { memory_mib: 64, special_pages: false, paused: false, ...spec });
