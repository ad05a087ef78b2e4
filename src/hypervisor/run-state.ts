/** Why a vcpu does not run. */

import type { Domain } from './domain.js';
import type { Vcpu } from './vcpu.js';

/** What keeps a vcpu from running, the strongest first. */
export const RUN_STATES = [
  'dying',
  'shut_down',
  'paused',
  'vcpu_paused',
  'down',
  'blocked_in_xen',
  'halted',
  'runnable',
] as const;

export type RunState = (typeof RUN_STATES)[number];

export function runStateOf(domain: Domain, vcpu: Vcpu): RunState {
  const holds: Record<RunState, boolean> = {
    dying: domain.dying,
    shut_down: vcpu.pausedForShutdown,
    paused: domain.pauseCount > 0,
    vcpu_paused: vcpu.pauseCount > 0,
    down: vcpu.isDown,
    blocked_in_xen: vcpu.blockedInXen !== undefined,
    halted: vcpu.access?.isHalted === true,
    runnable: true,
  };
  return RUN_STATES.find((state) => holds[state])!;
}
