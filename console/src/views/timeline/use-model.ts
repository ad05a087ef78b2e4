/** The model of a domain's timeline, fed by the journal for as long as somebody looks. */

import { useLayoutEffect, useMemo } from 'preact/hooks';
import { entries, generation, growth, onEntries } from '../../live/feed.js';
import { TimelineModel } from './timeline-model.js';

/** The component is drawn again when there is more. */
export function useModel(domid: number): TimelineModel {
  const began = generation.value;
  const model = useMemo(() => {
    const made = new TimelineModel(domid);
    if (growth.value > 0) made.add(entries.all);
    return made;
  }, [domid, began]);
  // In the same breath: what comes between the making and the listening would be missed.
  useLayoutEffect(() => onEntries((batch) => model.add(batch)), [model]);
  return model;
}
