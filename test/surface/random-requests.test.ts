/**
 * Requests that the OpenAPI document allows, and such as are wrong in one way, at random. `FAKEXEN_SURFACE_REQUESTS` says
 * how many, `FAKEXEN_SURFACE_SEED` which; a failure prints the seed of its program, which alone replays it.
 */

import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { serve, appFor } from '../support/app-pool.js';
import { contractOf } from '../support/contract.js';
import { stateOf } from '../support/host-state.js';
import { randomFrom } from '../support/random-calls.js';
import type { Sent } from './broken.js';
import { diceOf } from './fitting.js';
import { operationsOf, type Operation } from './operations.js';
import { brokenRequest, fittingRequest } from './requests.js';
import { hostWithDeviceModel } from './small-host.js';

const REQUESTS = Number(process.env['FAKEXEN_SURFACE_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['FAKEXEN_SURFACE_SEED'] ?? 354_487_749);

/** Of a program: so many that fit, then so often a few that do not, with a look at the host between. */
const FITTING = 120;
const RUNS = 20;
const OF_A_RUN = 4;
const PROGRAMS = Math.ceil(REQUESTS / (FITTING + RUNS * OF_A_RUN));

/** Streams without end. */
const ENDLESS = new Set(['watchEvents', 'streamIoreqs']);
/** Most of what can be done is a program to run or to build: one in so many is enough. */
const COSTLY = new Set(['explore', 'replaySchedule']);

/** What is refused before it is known which operation is asked for, or before it is asked. */
const OF_HTTP = new Set(
  [
    'malformed-body',
    'malformed-url',
    'no-such-route',
    'method-not-allowed',
    'body-too-large',
    'url-too-long',
    'unsupported-media-type',
  ].map((name) => `urn:fakexen:problem:${name}`),
);
const PATIENCE_MS = 60_000;
const OWN = 'urn:fakexen:';

describe('whatever is asked for', () => {
  it(
    'is answered as the document says, and a refusal of ours changes nothing',
    async () => {
      const app = await appFor(new Host());
      const operations = operationsOf(app).filter(({ operationId }) => !ENDLESS.has(operationId));
      const breachesOf = contractOf(app);
      for (let program = 0; program < PROGRAMS; program++) {
        const breaches = await runProgram(app, operations, breachesOf, SEED + program);
        expect(breaches, `FAKEXEN_SURFACE_SEED=${SEED + program}`).toEqual([]);
      }
    },
    60_000 + 10 * REQUESTS,
  );
});

async function runProgram(
  app: FastifyInstance,
  operations: readonly Operation[],
  breachesOf: ReturnType<typeof contractOf>,
  seed: number,
): Promise<string[]> {
  const host = hostWithDeviceModel();
  serve(app, host);
  const dice = diceOf(randomFrom(seed));
  const breaches: string[] = [];
  const operation = (): Operation => {
    const one = dice.pick(operations);
    return COSTLY.has(one.operationId) && dice.often(0.8) ? operation() : one;
  };
  const send = async (sent: Sent) => {
    const answer = await inTime(app.inject(sent as InjectOptions), sent, seed);
    breaches.push(...breachesIn(sent, answer, breachesOf));
    return answer;
  };

  for (let sent = 0; sent < FITTING; sent++) await send(fittingRequest(operation(), dice));
  let before = lookAt(app);
  for (let run = 0; run < RUNS; run++) {
    const sent: Sent[] = [];
    let mayHaveChanged = false;
    for (let at = 0; at < OF_A_RUN; at++) {
      const request = brokenRequest(operation(), dice);
      const answer = await send(request);
      sent.push(request);
      mayHaveChanged ||= request.method !== 'GET' && !isOwnRefusal(answer);
    }
    const after = lookAt(app);
    if (!mayHaveChanged && after !== before)
      breaches.push(`something has changed by one of ${JSON.stringify(sent)}`);
    before = after;
  }
  return breaches;
}

async function inTime<Answer>(answer: Promise<Answer>, sent: Sent, seed: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const replay = `FAKEXEN_SURFACE_SEED=${seed}`;
      reject(new Error(`no answer in ${PATIENCE_MS} ms (${replay}): ${inspect(sent)}`));
    }, PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** All that the host is, but that its clock runs. */
function lookAt({ hosts }: FastifyInstance): string {
  const { host } = hosts.default.world;
  const { clock, ...state } = stateOf(host) as { readonly clock?: object };
  return JSON.stringify(host.clock.frozen ? { clock, ...state } : state);
}

function isOwnRefusal({ statusCode, body }: LightMyRequestResponse): boolean {
  return statusCode >= 400 && statusCode < 500 && body.includes(`"type":"${OWN}`);
}

function breachesIn(
  { method, url, headers, payload }: Sent,
  answer: LightMyRequestResponse,
  breachesOf: ReturnType<typeof contractOf>,
): string[] {
  const { statusCode: status } = answer;
  const mediaType = String(answer.headers['content-type'] ?? '').split(';', 1)[0]!;
  const body = mediaType === '' ? undefined : bodyOf(answer, mediaType);
  const { type } = (body ?? {}) as { type?: string };
  if (status >= 400 && status < 500 && type !== undefined && OF_HTTP.has(type)) return [];
  const breaches = breachesOf({ method, path: url, status, mediaType, body });
  const said = typeof payload === 'string' ? payload.slice(0, 300) : payload?.toString('hex');
  return breaches.map(
    (breach) =>
      `${breach}: ${method} ${url} ${JSON.stringify(headers)} ${said ?? ''} -> ${answer.body.slice(0, 300)}`,
  );
}

function bodyOf(answer: LightMyRequestResponse, mediaType: string): unknown {
  if (mediaType.endsWith('json')) return answer.json();
  return mediaType.startsWith('text/') ? answer.body : answer.rawPayload;
}
