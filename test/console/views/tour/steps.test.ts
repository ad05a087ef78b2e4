import { onTestFinished, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../../../src/hypervisor/index.js';
import { buildApp } from '../../../../src/server/app.js';
import { readExamples } from '../../../../console/explore-examples.js';
import { isAsExpected, raceIsAsExpected } from '../../../../console/src/views/tour/holds.js';
import { STEPS } from '../../../../console/src/views/tour/steps.js';
import type { TourCall } from '../../../../console/src/views/tour/tour-step.js';

async function answered(app: FastifyInstance, { call, body, async }: TourCall) {
  const [method, path] = call.split(' ') as ['GET' | 'POST', string];
  const headers = async ? { prefer: 'respond-async' } : {};
  const { statusCode, body: text } = await app.inject({
    method,
    url: `/hosts/tour${path}`,
    headers,
    ...(body && { payload: body }),
  });
  return { status: statusCode, answer: JSON.parse(text) as unknown };
}

describe('the tour', () => {
  it('says of every call what the service answers', async () => {
    const app = await buildApp({ host: new Host() });
    onTestFinished(() => app.close());
    await app.inject({ method: 'PUT', url: '/hosts/tour', payload: { ttl_s: 600 } });

    for (const { title, calls } of STEPS)
      for (const call of calls) {
        const came = await answered(app, call);

        expect(isAsExpected(call, came), JSON.stringify({ title, call, came })).toBe(true);
      }
  });

  it('says of every race what the explorer finds', async () => {
    const app = await buildApp({ host: new Host() });
    onTestFinished(() => app.close());

    for (const { race } of STEPS.filter((step) => step.race)) {
      const { program } = readExamples().find(({ name }) => name === race?.example)!;
      const came = await app.inject({
        method: 'POST',
        url: '/explore',
        payload: program as object,
      });

      expect({ race, is: raceIsAsExpected(race!, came.json()) }).toMatchObject({ is: true });
    }
  });

  it('is short enough to be read', () => {
    for (const { says } of STEPS) expect(says.split(' ').length).toBeLessThan(75);
  });
});
