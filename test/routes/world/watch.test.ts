import { expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { Watch } from '../../../src/routes/world/watch.js';

it('watchers are told once of many records, not while they are made, and not after they have gone', async () => {
  const journal = new Journal(new VirtualClock());
  const watch = new Watch(journal);
  const record = () => {
    journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);
  };
  let told = 0;
  const leave = watch.add(() => told++);
  record();
  record();
  expect(told).toBe(0);
  await new Promise(setImmediate);
  expect(told).toBe(1);

  leave();
  record();
  await new Promise(setImmediate);
  expect([told, journal.onRecord]).toEqual([1, undefined]);
});
