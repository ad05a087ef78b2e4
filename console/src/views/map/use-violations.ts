/** The violations of a domain as they are counted now, from the records that are remembered on. */

import { useEffect, useMemo } from 'preact/hooks';
import { entries, generation, growth, onEntries } from '../../live/feed.js';
import { ViolationCounts } from './violations.js';

export function useViolations(domid: number): ViolationCounts {
  const began = generation.value;
  const counts = useMemo(() => new ViolationCounts(domid), [domid, began]);
  useEffect(() => {
    counts.add(entries.all);
    return onEntries((batch) => counts.add(batch));
  }, [counts]);
  return growth.value >= 0 ? counts : counts;
}
