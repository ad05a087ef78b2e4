/** One step, carried out: what it shows, by the recording's names. */

import { BINARY_DM_OPS } from './binary-dm-op.js';
import type { Call } from './call-result.js';
import { playGuestStep } from './guest-step.js';
import { HYPERCALLS } from './hypercalls.js';
import { LOG_DIRTY_MOVES } from './log-dirty-moves.js';
import { MOVES } from './moves.js';
import type { RecordedWorld } from './recorded-world.js';
import { isGuestStep, type Step } from './recording.js';

export type Observed = Readonly<Record<string, unknown>>;

const CALLS: Readonly<Record<string, Call>> = {
  ...HYPERCALLS,
  ...BINARY_DM_OPS,
  ...MOVES,
  ...LOG_DIRTY_MOVES,
};
const BY_EMULATOR = 'stubdom:';

export async function play(
  world: RecordedWorld,
  step: Step,
  following: readonly Step[],
): Promise<Observed> {
  if (isGuestStep(step)) return { ...(await playGuestStep(world, step)) };
  const byEmulator = step.op.startsWith(BY_EMULATOR);
  const op = byEmulator ? step.op.slice(BY_EMULATOR.length) : step.op;
  const call = CALLS[op];
  if (call === undefined) return { ret: 'an operation that the replayer does not know' };
  const played = () => call(world, step.args ?? {}, following);
  return { ...(await (byEmulator ? world.asEmulator(played) : played())) };
}
