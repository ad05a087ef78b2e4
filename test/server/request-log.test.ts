import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { REQUEST_IDS, RequestLog, echoRequestId } from '../../src/server/request-log.js';

let app: FastifyInstance;
let lines: Record<string, unknown>[];

beforeEach(() => {
  lines = [];
  const write = (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]);
  const loggerInstance: FastifyBaseLogger = pino({ base: null, timestamp: false }, { write });
  app = fastify({ loggerInstance, ...REQUEST_IDS, logController: new RequestLog() });
  echoRequestId(app);
  app.get('/twelve', () => 12);
});
afterEach(() => app.close());

const idOf = async (given?: string) => {
  const headers = given === undefined ? {} : { 'x-request-id': given };
  const answer = await app.inject({ url: '/twelve', headers });
  return answer.headers['x-request-id'];
};

describe('echoRequestId', () => {
  it('hands back the id that the caller gave', async () => {
    expect(await idOf('story-7.step:2')).toBe('story-7.step:2');
  });

  it.each([
    ['none', undefined],
    ['a quote, which would not be safe in a log', 'a"b'],
    ['more than 128 characters', 'x'.repeat(129)],
  ])('counts requests when it is given %s', async (_, given) => {
    const [first, second] = [await idOf(given), await idOf(given)].map((id) =>
      Number(String(id).replace('req-', '')),
    );

    expect(second).toBe((first ?? NaN) + 1);
  });
});

describe('RequestLog', () => {
  it('writes one line for a request, with its id, when it is over', async () => {
    await idOf('r1');

    expect(lines).toEqual([
      {
        level: 30,
        reqId: 'r1',
        method: 'GET',
        url: '/twelve',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });
});
