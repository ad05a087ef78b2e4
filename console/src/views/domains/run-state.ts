/** Whether a domain runs, in a few words. */

import type { Domain } from '../../parts/domain-choice.js';

type Says = Pick<Domain, 'shutdown' | 'pause_count' | 'controller_pause_count'>;

export function runStateInWords({ shutdown, pause_count, controller_pause_count }: Says): string {
  if (shutdown !== undefined) return `shut down (${shutdown.name ?? `reason ${shutdown.reason}`})`;
  if (controller_pause_count > 0) return 'paused by its toolstack';
  return pause_count > 0 ? 'paused' : 'running';
}
