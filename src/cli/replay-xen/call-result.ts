/** What a step that is no instruction answered, in the recordings' words. */

import type { RecordedWorld } from './recorded-world.js';
import type { Args, Step } from './recording.js';
import type { Reply } from './service.js';

export interface CallResult {
  readonly ret: number;
  readonly errno: string | null;
  /** Fields that were written back, as far as the answer has them. */
  readonly out: Readonly<Record<string, unknown>>;
}

/** How a step is carried out over HTTP; those that follow, and what it showed, may tell more of it. */
export type Call = (
  world: RecordedWorld,
  args: Args,
  following: readonly Step[],
  out: Args,
) => Promise<CallResult>;

export const DONE: CallResult = { ret: 0, errno: null, out: {} };

/** A problem that is none of Xen's is told by its type, so that no recording can expect it. */
export function resultOf({ status, answer }: Reply, out: CallResult['out'] = {}): CallResult {
  if (status < 300) return { ret: 0, errno: null, out };
  const { errno, type } = answer as { errno?: string; type?: string };
  return { ret: -1, errno: errno ?? type ?? String(status), out: {} };
}
