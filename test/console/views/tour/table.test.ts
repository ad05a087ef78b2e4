import { onTestFinished, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../../../src/hypervisor/index.js';
import { perform, type News } from '../../../../src/routes/explore/job.js';
import { buildApp } from '../../../../src/server/app.js';
import { readExamples } from '../../../../console/explore-examples.js';
import { isAsExpected } from '../../../../console/src/views/tour/holds.js';
import { playRace } from '../../../../console/src/views/tour/play-race.js';
import { TOUR } from '../../../../console/src/views/tour/table.js';
import type { TourCall } from '../../../../console/src/views/tour/tour-step.js';

async function answered(app: FastifyInstance, { call, body, async }: TourCall) {
  const [method, path] = call.split(' ') as ['GET' | 'POST', string];
  const { statusCode, body: text } = await app.inject({
    method,
    url: `/hosts/tour${path}`,
    headers: async ? { prefer: 'respond-async' } : {},
    ...(body && { payload: body }),
  });
  return { status: statusCode, answer: JSON.parse(text) as unknown };
}

const answers = new Map<string, ReturnType<typeof inThisThread>>();

/** What two steps ask is run once. */
function explored(call: TourCall) {
  const asked = JSON.stringify(call.body);
  const known = answers.get(asked) ?? inThisThread(call);
  answers.set(asked, known);
  return known;
}

/** What the service has a thread for. */
async function inThisThread({ call, body }: TourCall) {
  const news: News[] = [];
  const kind = call === 'POST /explore' ? 'explore' : 'replay';
  await perform({ kind, body }, (item) => news.push(item));
  const last = news.at(-1);
  return { status: 200, answer: last?.news === 'done' ? last.answer : last };
}

describe('the tour', () => {
  it('says of every call what the service answers', async () => {
    const app = await buildApp({ host: new Host() });
    onTestFinished(() => app.close());
    await app.inject({ method: 'PUT', url: '/hosts/tour', payload: { ttl_s: 600 } });

    for (const { title, calls } of TOUR.steps)
      for (const call of calls) {
        const came = await answered(app, call);

        expect(isAsExpected(call, came), JSON.stringify({ title, call, came })).toBe(true);
      }
  });

  it('says of every race what the explorer finds', async () => {
    const examples = readExamples();
    for (const { race } of TOUR.steps.filter((step) => step.race)) {
      const played = await playRace(explored, race!, examples);

      expect(played.at(-1)?.call.call).toBe('POST /explore/replay');
      expect(played.map((one) => one.isAsExpected)).not.toContain(false);
    }
  });

  it('is short enough to be read', () => {
    for (const { says } of TOUR.steps) expect(says.split(' ').length).toBeLessThan(75);
  });
});
