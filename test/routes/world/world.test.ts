import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ProblemError, ownProblem } from '../../../src/routes/problems/problem.js';
import { World } from '../../../src/routes/world/world.js';

describe('World', () => {
  it('has what happens on its host heard', () => {
    const world = new World(new Host());
    const heard: string[] = [];
    world.listeners.add(({ type }) => heard.push(type));

    world.host.createDomain({ memoryMib: 1 });

    expect(heard).toContain('domain');
  });

  it('tells those who wait why it ends', async () => {
    const world = new World(new Host());
    const why = new ProblemError(ownProblem('shutting-down', 'the service is ending'));
    const waited = world.waiting.until(() => undefined, { ms: 1000 });

    world.end(why);

    await expect(waited).rejects.toBe(why);
  });
});
