/**
 * A guest that stores a word and then jumps on the spot, until something arrives. What the recorder did
 * meanwhile are the steps before: what arrives finds the guest on its jump, or, where it was pending from
 * the start, at the instruction that let interrupts in.
 */

import { lookAtAccess, startAccess } from './access.js';
import { DONE, type Call } from './call-result.js';
import type { Observed } from './guest-step.js';
import { SNIPPET } from './layout.js';
import type { RecordedWorld } from './recorded-world.js';
import { isSpinStep, type SpinStep, type Step } from './recording.js';

const NOP = '90';
/** Offsets of RIP from the snippet: the jump, and the POPF in the stub before it. */
const JUMP = 6;
const POPF = -8100;

export const SPIN_LOOKS: Readonly<Record<string, Call>> = {
  /** The guest went on after what it took last: what has arrived since. */
  guest_exception_seen: async (world) => {
    await execute(world, { label: '', rflags_in: '0x2' }, SNIPPET + BigInt(JUMP));
    const { exception } = await lookAtAccess(world);
    const vector_plus_1 = (exception?.vector ?? -1) + 1;
    return { ...DONE, out: { vector_plus_1, error: hex(BigInt(exception?.error ?? 0)) } };
  },
};

/**
 * What is pending from the start is taken before the recorder's step that comes before this one: that was
 * made while the guest ran.
 */
export async function spinBefore(world: RecordedWorld, next: Step | undefined): Promise<void> {
  if (next === undefined || !isSpinStep(next) || next.exception?.rip_off !== POPF) return;
  world.spun = undefined;
  world.spun = await playSpin(world, next);
}

export async function playSpin(world: RecordedWorld, step: SpinStep): Promise<Observed> {
  const { spun } = world;
  world.spun = undefined;
  if (spun !== undefined) return spun;
  const offset = step.exception?.rip_off === POPF ? POPF : JUMP;
  await execute(world, step, SNIPPET + BigInt(offset));
  const { outcome, exception, regs } = await lookAtAccess(world);
  if (outcome === 'domain_crash') {
    const { answer } = await world.demand('GET', '');
    const { reason } = answer['shutdown'] as { reason: number };
    return {
      completed: false,
      released_by_harness: false,
      domain: 'crashed',
      shutdown_reason: reason,
    };
  }
  if (exception === undefined)
    return { completed: outcome === 'completed', released_by_harness: true, exception: null };
  const { vector, error = 0, cr2 } = exception;
  world.cr2 = cr2 ?? world.cr2;
  return {
    completed: true,
    released_by_harness: false,
    exception: {
      vector,
      error: hex(BigInt.asUintN(64, BigInt(error | 0))),
      rip_off: Number(BigInt(regs['rip'] ?? 0) - SNIPPET),
      cr2: world.cr2,
    },
    rflags: hex(BigInt(regs['rflags'] ?? 0) & IF),
  };
}

const execute = (
  world: RecordedWorld,
  { label, rflags_in }: Pick<SpinStep, 'label' | 'rflags_in'>,
  rip: bigint,
) =>
  startAccess(world, {
    scenario: world.scenario,
    label,
    bytes: NOP,
    regs_in: { rflags: rflags_in, rip: hex(rip) },
  });

/** The one flag that the recorder kept of a spinning guest. */
const IF = 0x200n;

const hex = (value: bigint) => `0x${value.toString(16)}`;
