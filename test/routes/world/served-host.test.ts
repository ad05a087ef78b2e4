import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ProblemError, ownProblem } from '../../../src/routes/problems/problem.js';
import { ServedHost } from '../../../src/routes/world/served-host.js';

describe('ServedHost', () => {
  it('becomes another, and ends the one before', async () => {
    const [first, second] = [new Host(), new Host()];
    const served = new ServedHost('h', first);
    const why = new ProblemError(ownProblem('shutting-down', 'over'));
    const waited = served.world.waiting.until(() => undefined, { ms: 1000 });

    served.become({ host: second, furnish: () => undefined }, why);

    expect(served.world.host).toBe(second);
    await expect(waited).rejects.toBe(why);
  });
});
