import { expect, it } from 'vitest';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { runClock } from '../../../src/routes/world/run-clock.js';

it('a clock runs as fast as time goes by', async () => {
  const clock = new VirtualClock(7n);
  runClock(clock);
  await new Promise((resolve) => setTimeout(resolve, 5));
  clock.freeze();
  expect(clock.now).toBeGreaterThan(4_000_000n);
  expect(clock.now).toBeLessThan(5_000_000_000n);
});
