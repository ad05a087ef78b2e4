/** Whether the console hears what happens. */

import { liveness, type Liveness } from '../live/feed.js';

const SAYS: Readonly<Record<Liveness, string>> = {
  connecting: 'connecting',
  live: 'live',
  lost: 'connection lost, trying again',
};

export function LiveBadge() {
  return (
    <span class={`live ${liveness.value}`} role="status">
      {SAYS[liveness.value]}
    </span>
  );
}
