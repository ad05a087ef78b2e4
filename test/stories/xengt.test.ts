/** The seed's scenario over a real socket: what `npm run demo` prints. */

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play } from '../../src/cli/demo/story.js';
import { XENGT_STORY } from '../../src/cli/demo/xengt-story.js';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  app = await buildApp({ host: new Host() });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(() => app.close());

describe.each(XENGT_STORY)('$title', ({ steps }) => {
  it.each(steps)('$shows', async (step) => {
    const { status, answer } = await play(url, step);

    expect(answer).toMatchObject(step.answer);
    expect(status).toBe(step.status);
  });
});
