/** How the rules by which a host is to fail befall a call. */

import { setTimeout as sleep } from 'node:timers/promises';
import {
  ERRNO,
  KIND,
  NOBODY,
  NOWHERE,
  XenError,
  type FaultEffect,
  type FaultRule,
  type Host,
} from '../../hypervisor/index.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { OURS, labelOf, opOf, type OurOp } from '../forms/op-names.js';
import { DroppedConnection } from './dropped-connection.js';
import { EFFECTS, effectOf, valueOf } from './effects.js';

export interface Struck<T> {
  /** Does what was to be done; with a number, it gives way after so many batches. */
  readonly act: (afterBatches?: number) => T | Promise<T>;
  /** Told of what it is refused with. */
  readonly refused?: (error: XenError) => void;
}

/** The rule that strikes a hypercall, of those whose effect Xen could have on it. */
export function faultOf(
  form: HypercallForm,
  { host, domid }: { readonly host: Host; readonly domid: number },
): FaultRule | undefined {
  const rule = host.faults.strike({ op: labelOf(form), domid }, canBefall(form));
  if (rule !== undefined) note(host, domid, opOf(form), rule);
  return rule;
}

/** The same for what is no hypercall. */
export function faultOfOurs(
  host: Host,
  op: OurOp,
  call: { readonly domid: number; readonly ioservid?: number },
  canHave: (effect: FaultEffect) => boolean,
): FaultRule | undefined {
  if (host.faults.isEmpty) return undefined;
  const rule = host.faults.strike({ op, ...call }, canHave);
  if (rule !== undefined) note(host, call.domid, OURS[op], rule);
  return rule;
}

/** It can be slow, and its connection can break. */
export const isOfConnection = ({ errno, afterBatches, silenceMs }: FaultEffect): boolean =>
  errno === undefined && afterBatches === undefined && silenceMs === undefined;

/** The same, or what is asked for is not delivered. */
export const isOfRequests = (effect: FaultEffect): boolean =>
  isOfConnection({ ...effect, silenceMs: undefined });

/** Lets a rule have its effect. */
export function struck<T>({ id, spec }: FaultRule, { act, refused }: Struck<T>): T | Promise<T> {
  const { errno, delayMs, afterBatches, drop } = spec.effect;
  const befall = (): T | Promise<T> => {
    if (errno !== undefined) {
      const error = new XenError(errno, `fault rule ${id} has it so`);
      refused?.(error);
      throw error;
    }
    if (drop === 'before') throw new DroppedConnection(id);
    const done = act(afterBatches);
    return drop === undefined ? done : dropAfter(done, id);
  };
  return delayMs === undefined ? befall() : sleep(delayMs).then(befall);
}

async function dropAfter(done: unknown, rule: number): Promise<never> {
  await done;
  throw new DroppedConnection(rule);
}

/** Whether a real Xen could do that to it. */
export const canBefall =
  ({ errnos, continuation }: Pick<HypercallForm, 'errnos' | 'continuation'>) =>
  ({ errno, afterBatches, silenceMs }: FaultEffect): boolean =>
    (errno === undefined || errno in errnos) &&
    (afterBatches === undefined || continuation !== undefined) &&
    silenceMs === undefined;

function note({ journal }: Host, domid: number, op: number, { id, spec }: FaultRule): void {
  const effect = effectOf(spec.effect);
  const value = effect === 'errno' ? ERRNO[spec.effect.errno ?? 'EINVAL'] : valueOf(spec.effect);
  const number = EFFECTS.indexOf(effect);
  journal?.record(KIND.fault, domid, NOBODY, NOWHERE, 0, op, id, number, value);
}
