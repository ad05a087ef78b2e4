import { expect, it } from 'vitest';
import { describePodTarget, podTarget } from '../../../src/routes/definition/pod-target-word.js';

it('says how populating on demand stands', () => {
  const said = describePodTarget({ totalPages: 32, cachePages: 16, entries: 8 });

  expect(podTarget.encode(said)).toEqual({
    tot_pages: '0x20',
    pod_cache_pages: '0x10',
    pod_entries: '0x8',
  });
});
