/** Every interleaving of a few actors, from a world of their own; and one of them step by step. */

import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { connectionOf } from '../world/connection.js';
import { EXPLORED, EXPLORE_EXAMPLE, REPLAYED, REPLAY_EXAMPLE } from './examples.js';
import { checkSteps } from './check-steps.js';
import { exploreAnswer, exploreBody, replayAnswer, replayBody } from './explore-word.js';
import type { News } from './job.js';
import { Threads } from './threads.js';
import { schemaOf, type Operation } from '../openapi/operation.js';
import { ownProblem, ProblemError } from '../problems/problem.js';

const NDJSON = 'application/x-ndjson';

const ABOUT_WORLDS =
  'The world is made for this request alone, and the live host is not touched. `domain` is as in `POST /domains`, ' +
  '`op` and `args` as in the path and body of that hypercall, `guest` as in a guest access.';

const PROBLEMS: Operation['problems'] = {
  'set-up-failed':
    'The domain could not be made, a step of the set-up was refused, or the schedule cannot be followed: `errors` points at it.',
  'shutting-down': 'The service ended meanwhile.',
};

export function exploreRoutes(app: FastifyInstance): void {
  const threads = new Threads();
  const ending = new AbortController();
  app.addHook('preClose', (closed) => {
    ending.abort();
    threads.end();
    closed();
  });

  const listening = (reply: FastifyReply) => AbortSignal.any([connectionOf(reply), ending.signal]);

  app.post<{ Body: object }>('/explore', { schema: EXPLORE }, async (request, reply) => {
    checkSteps(request, request.body as Parameters<typeof checkSteps>[1]);
    const news = threads.newsOf({ kind: 'explore', body: request.body }, listening(reply));
    if (request.headers.accept?.includes(NDJSON) !== true) return await answerOf(news);
    const first = await news.next();
    if (first.done !== true) refuse(first.value);
    return reply.type(NDJSON).send(Readable.from(linesOf(news)));
  });

  app.post<{ Body: object }>('/explore/replay', { schema: REPLAY }, (request, reply) => {
    checkSteps(request, request.body as Parameters<typeof checkSteps>[1]);
    return answerOf(threads.newsOf({ kind: 'replay', body: request.body }, listening(reply)));
  });
}

async function answerOf(news: AsyncGenerator<News, void>): Promise<unknown> {
  for await (const item of news) {
    refuse(item);
    if (item.news === 'done') return item.answer;
  }
  throw new ProblemError(ownProblem('shutting-down', 'the exploration was ended'));
}

function refuse(item: News): void {
  if (item.news !== 'refused') return;
  const { pointer, detail } = item;
  const problem = ownProblem('set-up-failed', `${pointer}: ${detail}`);
  throw new ProblemError({ ...problem, errors: [{ pointer, detail }] });
}

/** One object a line; the last is the answer. */
async function* linesOf(news: AsyncGenerator<News, void>): AsyncGenerator<string> {
  for await (const { news: _, ...item } of news)
    yield `${JSON.stringify('answer' in item ? item.answer : item)}\n`;
}

const EXPLORE = schemaOf({
  id: 'explore',
  tag: 'explore',
  summary: 'Run every interleaving of a few actors',
  description:
    `${ABOUT_WORLDS} Each interleaving of the actors' schedule points is run from there, save those that could not ` +
    `differ from others. With \`Accept: ${NDJSON}\` outcomes and progress come line by line as they are found, and ` +
    'the answer last.',
  body: exploreBody.schema,
  example: EXPLORE_EXAMPLE,
  answers: {
    200: {
      description: 'The outcomes.',
      schema: exploreAnswer.answer,
      example: EXPLORED,
      orAs: {
        [NDJSON]: {
          schema: { description: 'A JSON object a line, which OpenAPI has no type for.' },
          example: `${JSON.stringify({ schedules: 500, outcomes: 5 })}\n`,
        },
      },
    },
  },
  problems: PROBLEMS,
});

const REPLAY = schemaOf({
  id: 'replaySchedule',
  tag: 'explore',
  summary: 'Run one schedule step by step',
  description: `${ABOUT_WORLDS} The answer tells what each move did: the trace of the guest access, and the state where it changed.`,
  body: replayBody.schema,
  example: REPLAY_EXAMPLE,
  answers: {
    200: { description: 'What happened.', schema: replayAnswer.answer, example: REPLAYED },
  },
  problems: PROBLEMS,
});
