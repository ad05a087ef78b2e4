/** The effects that a rule can have, by name: the main one of each rule. */

import type { FaultEffect } from '../../hypervisor/index.js';

export const EFFECTS = [
  'errno',
  'preempt',
  'drop_before',
  'drop_after',
  'silence',
  'delay',
] as const;

export type EffectName = (typeof EFFECTS)[number];

export function effectOf({ errno, afterBatches, drop, silenceMs }: FaultEffect): EffectName {
  if (errno !== undefined) return 'errno';
  if (afterBatches !== undefined) return 'preempt';
  if (drop !== undefined) return `drop_${drop}`;
  return silenceMs === undefined ? 'delay' : 'silence';
}

/** Batches, or milliseconds; -1: without an end. */
export const valueOf = ({ afterBatches, silenceMs, delayMs }: FaultEffect): number =>
  afterBatches ?? (silenceMs === Infinity ? -1 : (silenceMs ?? delayMs ?? 0));
