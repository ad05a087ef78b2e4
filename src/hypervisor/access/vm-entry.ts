/** What comes upon the guest as its vcpu enters it, before it executes anything. */

import { enterGuest, hasInterrupt } from '../hvm/enter-guest.js';
import type { Vcpu } from '../vcpu.js';
import type { Access } from './access.js';
import { copyCpuState, FLAG, flag } from './cpu-state.js';
import { RESUME, type Resolution } from './resolution.js';

/** An event or an interrupt, which the guest takes instead of going on; undefined: it goes on. */
export function takeEvent(access: Access): Resolution | undefined {
  const entry = enterGuest(access.domain, access.vcpu, flag(access.cpu, FLAG.IF));
  if (entry === undefined || entry === 'crash') return entry && RESUME;
  const { insnLength, ...exception } = entry;
  const isBehind = access.program.isDone(access.cpu);
  access.cpu = copyCpuState(access.cpu);
  access.cpu.rip = BigInt.asUintN(64, access.cpu.rip + BigInt(insnLength));
  return { kind: 'inject', exception, isBehind };
}

/** Nothing waits for the vcpu to enter the guest, whatever its flags. */
export const hasNoEvent = ({ injectedEvent, nmiPending }: Vcpu): boolean =>
  injectedEvent === undefined && !nmiPending;

/** Whether an interrupt wakes a guest that has halted. */
export const isWoken = ({ domain, vcpu, cpu }: Access): boolean =>
  hasInterrupt(domain, vcpu, flag(cpu, FLAG.IF));
