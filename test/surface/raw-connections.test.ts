/**
 * What no HTTP client sends: half of a request, one that never ends, none at all, something else. Each is told so or cut, in
 * time; nothing is done, nothing stays open, nothing is logged as a mistake of ours, and all the while others are served.
 */

import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { buildApp } from '../../src/server/app.js';
import { stateOf } from '../support/host-state.js';
import { randomFrom } from '../support/random-calls.js';
import type { Sent } from './broken.js';
import { diceOf, type Dice } from './fitting.js';
import { operationsOf } from './operations.js';
import { statusesIn, talk, type Manner, type Said } from './raw-connection.js';
import { fittingRequest } from './requests.js';
import { hostWithDeviceModel } from './small-host.js';

const CUT_REQUESTS = Math.ceil(Number(process.env['FAKEXEN_SURFACE_REQUESTS'] ?? 20_000) / 100);
const SEED = Number(process.env['FAKEXEN_SURFACE_SEED'] ?? 354_487_749);

const IN_TIME = { requestTimeout: 2, maxConnections: 200 };
const AT_ONCE = 50;
const LET_GO = { timeout: 5000, interval: 20 };

const CALL = '/domains/1/dmop/set_mem_type';
const BODY = '{"hvmmem_type":"ram_ro","first_pfn":2,"nr":1}';
const POST = `POST ${CALL} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`;
const GET = 'GET /domains/1 HTTP/1.1\r\nhost: a\r\n\r\n';
const LAST_GET = 'GET /domains/1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
const MIB = 'x'.repeat(2 ** 20);

/** A few bytes, then nothing for a while, to the end. */
const trickling = (text: string, bytes: number, ms: number): Said[] =>
  (text.match(new RegExp(`.{1,${bytes}}`, 'gs')) ?? []).flatMap((piece) => [piece, ms]);
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const sized = (length: number | string) => `${POST}content-length: ${length}\r\n\r\n`;
const CHUNKED = `${POST}transfer-encoding: chunked\r\n\r\n`;

// prettier-ignore
const CASES: readonly (readonly [name: string, says: readonly Said[], manner: Manner, answered: readonly number[]])[] = [
  ['a body shorter than said, and the end',      [sized(BODY.length + 9), BODY], 'ends', [400]],
  ['a body shorter than said, and nothing more', [sized(BODY.length + 9), BODY], 'waits', [408]],
  ['a body shorter than said, and a reset',      [sized(BODY.length + 9), BODY, 20], 'is gone', []],
  ['no body where one was said',                 [sized(9)], 'ends', [400]],
  ['chunks without the last, and the end',       [CHUNKED, chunk(BODY)], 'ends', [400]],
  ['chunks without the last, and nothing more',  [CHUNKED, chunk(BODY)], 'waits', [408]],
  ['chunks without the last, and a reset',       [CHUNKED, chunk(BODY), 20], 'is gone', []],
  ['a chunk cut in its middle',                  [CHUNKED, chunk(BODY).slice(0, 20)], 'ends', [400]],
  ['a chunk of no size',                         [CHUNKED, 'size\r\n'], 'waits', [400]],
  ['a chunk of a size beyond all',               [CHUNKED, `${'f'.repeat(40)}\r\n`], 'waits', [400]],
  ['chunks without end',                         [CHUNKED, ...Array.from({ length: 3 }, () => chunk(MIB))], 'waits', [413]],
  ['a body that was said to be huge',            [sized(2 ** 40)], 'waits', [413]],
  ['headers byte by byte, too slowly',           trickling(POST, 1, 100), 'waits', [408]],
  ['headers bit by bit, in time'  ,              trickling(LAST_GET, 6, 5), 'waits', [200]],
  ['a body byte by byte, too slowly',            [sized(BODY.length), ...trickling(BODY, 1, 100)], 'waits', [408]],
  ['headers without end',                        [...Array.from({ length: 40 }, (_, nr) => `x${nr}: ${'x'.repeat(1000)}\r\n`)], 'waits', [400]],
  ['too many headers',                           [POST, ...Array.from({ length: 40 }, (_, nr) => `x${nr}: ${'x'.repeat(1000)}\r\n`)], 'waits', [431]],
  ['nothing, and the end',                       [], 'ends', []],
  ['nothing',                                    [], 'waits', [408]],
  ['a request line cut',                         ['POST /domai'], 'ends', [400]],
  ['a request line of junk',                     ['\u0000\u0001{]\r\n\r\n'], 'waits', [400]],
  ['a TLS greeting',                             [Buffer.from('16030100a5010000a10303', 'hex')], 'waits', [400]],
  ['an HTTP/2 greeting',                         ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], 'waits', [400]],
  ['two lengths',                                [`${POST}content-length: 2\r\ncontent-length: 45\r\n\r\n${BODY}`], 'waits', [400]],
  ['a length and chunks',                        [`${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n${BODY}`], 'waits', [400]],
  ['a length below nothing',                     [sized(-1)], 'waits', [400]],
  ['the wish to go on, and nothing more',        [`${POST}expect: 100-continue\r\ncontent-length: 45\r\n\r\n`], 'waits', [100, 408]],
  ['an upgrade without its key',                 ['GET /domains/1/ioreq-servers/0/stream HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'], 'waits', [400]],
  ['many requests at once',                      [GET.repeat(19), LAST_GET], 'waits', Array.from({ length: 20 }, () => 200)],
  ['many at once, the last of them cut',         [GET.repeat(3), LAST_GET.slice(0, 30)], 'ends', [200, 200, 200, 400]],
  ['many at once, then junk',                    [GET.repeat(3), { answers: 3 }, '\u0001\r\n\r\n'], 'waits', [200, 200, 200, 400]],
];

async function setup() {
  const mistakes: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void mistakes.push(line) });
  const host = hostWithDeviceModel();
  const app = await buildApp({ host, logger, connections: IN_TIME });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const state = () => JSON.stringify({ ...stateOf(host), clock: undefined });
  return { app, port, mistakes, state };
}

const connectionsOf = ({ server }: FastifyInstance) =>
  new Promise<number>((resolve) =>
    server.getConnections((_error, nr) => {
      resolve(nr);
    }),
  );

const openHandles = () =>
  process.getActiveResourcesInfo().filter((name) => /TCP|Pipe/.test(name)).length;

it('is told so or cut, and others are served meanwhile', async () => {
  const { app, port, mistakes, state } = await setup();
  const before = { state: state(), handles: openHandles() };
  const over = new AbortController();
  const others = servedUntil(over.signal, port);

  const heard = await Promise.all(CASES.map(([, says, manner]) => talk(port, says, manner)));
  over.abort();

  const answered = CASES.map(([name], at) => [name, statusesIn(heard[at]!)]);
  expect(answered).toEqual(CASES.map(([name, , , statuses]) => [name, statuses]));
  for (const text of heard.filter(
    (text) => /^HTTP\/1.1 4/.test(text) && !/Sec-WebSocket/.test(text),
  ))
    expect(text).toMatch(/content-type: application\/problem\+json.*"type":"urn:fakexen:problem:/s);
  expect(await others).toEqual(new Set([200]));
  expect(mistakes).toEqual([]);
  await vi.waitFor(async () => {
    expect(await connectionsOf(app)).toBe(0);
    expect({ state: state(), handles: openHandles() }).toEqual(before);
  }, LET_GO);
});

it(`has had none of a request that is cut (FAKEXEN_SURFACE_SEED=${SEED})`, async () => {
  const { app, port, mistakes, state } = await setup();
  const dice = diceOf(randomFrom(SEED));
  const operations = operationsOf(app);
  const before = state();

  for (let nr = 0; nr < CUT_REQUESTS; nr += AT_ONCE) {
    const cut = Array.from({ length: AT_ONCE }, () => cutSomewhere(dice));
    await Promise.all(
      cut.map(async ({ bytes, manner }) => {
        const statuses = statusesIn(await talk(port, [bytes], manner));
        const refused = statuses.every((status) => status >= 400 && status < 500);
        if (!refused) expect(statuses, bytes.toString('latin1')).toEqual([]);
      }),
    );
    expect(state(), JSON.stringify(cut.map(({ bytes }) => bytes.toString('latin1')))).toBe(before);
  }
  expect(mistakes).toEqual([]);
  await vi.waitFor(async () => expect(await connectionsOf(app)).toBe(0), LET_GO);

  function cutSomewhere({ pick, random }: Dice) {
    const whole = bytesOf(fittingRequest(pick(operations), dice), dice);
    const bytes = whole.subarray(0, Math.floor(random() * whole.length));
    return { bytes, manner: pick(['ends', 'is gone'] as const) };
  }
});

it('closes connections beyond those that may be open, and opens them to others again', async () => {
  const { app, port } = await setup();
  Object.assign(app.server, { maxConnections: 20, headersTimeout: 60_000, requestTimeout: 60_000 });

  const silent = Array.from({ length: 60 }, () => connect(port, '127.0.0.1'));
  const open = () => silent.filter(({ closed }) => !closed);
  for (const socket of silent) socket.on('error', () => undefined);
  await vi.waitFor(() => expect(open()).toHaveLength(20), LET_GO);
  expect(await connectionsOf(app)).toBe(20);

  for (const socket of open()) socket.destroy();
  await vi.waitFor(async () => expect(await connectionsOf(app)).toBe(0), LET_GO);
  expect(statusesIn(await talk(port, [LAST_GET], 'waits'))).toEqual([200]);
});

/** The statuses that one who keeps asking is answered with. */
async function servedUntil(signal: AbortSignal, port: number): Promise<Set<number>> {
  const statuses = new Set<number>();
  while (!signal.aborted) {
    const { status } = await fetch(`http://127.0.0.1:${port}/domains/1`, {
      headers: { connection: 'close' },
    });
    statuses.add(status);
  }
  return statuses;
}

function bytesOf({ method, url, headers, payload = '' }: Sent, dice: Dice): Buffer {
  const body = Buffer.from(payload);
  const said = Object.entries({ host: 'a', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = [`${method} ${url} HTTP/1.1`, ...said];
  const framed =
    body.length === 0 || dice.often(0.5)
      ? [`content-length: ${body.length}`, '', '']
      : ['transfer-encoding: chunked', '', ''];
  const isChunked = framed[0]!.startsWith('t');
  const size = Buffer.from(`${body.length.toString(16)}\r\n`);
  const parts = isChunked ? [size, body, Buffer.from('\r\n0\r\n\r\n')] : [body];
  return Buffer.concat([Buffer.from([...head, ...framed].join('\r\n')), ...parts]);
}
