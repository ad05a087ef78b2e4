/** One step, carried out: what it shows, by the recording's names. */

import { BINARY_DM_OPS } from './binary-dm-op.js';
import type { Call } from './call-result.js';
import { CREATED_DOMAINS } from './created-domains.js';
import { DOMAIN_CALLS } from './domain-calls.js';
import { EMULATOR_ARGUMENTS } from './emulator-arguments.js';
import { EVENT_CHANNEL_CALLS } from './event-channel-calls.js';
import { isGuestCall, playGuestCall } from './guest-calls.js';
import { GUEST_RESULTS } from './guest-results.js';
import { playGuestStep } from './guest-step.js';
import { playSpin, spinBefore, SPIN_LOOKS } from './guest-spin.js';
import { HVM_CALLS } from './hvm-calls.js';
import { HYPERCALLS } from './hypercalls.js';
import { IRQ_STATE } from './irq-state.js';
import { LOG_DIRTY_MOVES } from './log-dirty-moves.js';
import { MEMORY_CALLS } from './memory-calls.js';
import { MOVES } from './moves.js';
import { PAGE_PEEKS } from './page-peeks.js';
import { isRawDmOp, playRawDmOp } from './raw-dm-op.js';
import type { RecordedWorld } from './recorded-world.js';
import { isGuestStep, isSpinStep, type Step } from './recording.js';
import { SHARED_INFO } from './shared-info.js';
import { TWO_VCPUS } from './two-vcpus.js';

export type Observed = Readonly<Record<string, unknown>>;

const CALLS: Readonly<Record<string, Call>> = {
  ...HVM_CALLS,
  ...MEMORY_CALLS,
  ...HYPERCALLS,
  ...EVENT_CHANNEL_CALLS,
  ...DOMAIN_CALLS,
  ...CREATED_DOMAINS,
  ...BINARY_DM_OPS,
  ...PAGE_PEEKS,
  ...MOVES,
  ...LOG_DIRTY_MOVES,
  ...IRQ_STATE,
  ...SHARED_INFO,
  ...GUEST_RESULTS,
  ...SPIN_LOOKS,
  ...TWO_VCPUS,
};
/** Whose calls a second domain makes; without a word of it, of what a call has no argument for. */
const BY_EMULATOR = /^(stubdom|emulator):/;

export async function play(
  world: RecordedWorld,
  step: Step,
  following: readonly Step[],
): Promise<Observed> {
  if (isGuestStep(step)) return { ...(await playGuestStep(world, step, following)) };
  if (isSpinStep(step)) return { ...(await playSpin(world, step)) };
  await spinBefore(world, following[0]);
  if (isGuestCall(step)) return { ...(await playGuestCall(world, step)) };
  if (isRawDmOp(step)) return { ...(await playRawDmOp(world, step.args ?? {})) };
  const op = step.op.replace(BY_EMULATOR, '');
  const byEmulator = op !== step.op;
  const call = CALLS[op];
  if (call === undefined) return { ret: 'an operation that the replayer does not know' };
  const args = { ...(byEmulator && EMULATOR_ARGUMENTS[step.op]), ...step.args };
  const played = () => call(world, args, following, step.out ?? {});
  return { ...(await (byEmulator ? world.asEmulator(played) : played())) };
}
