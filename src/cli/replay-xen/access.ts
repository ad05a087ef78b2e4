/** A guest access of a recorded step over HTTP: started, looked at, let go on. */

import { pagingRegistersFor } from './guest-tables.js';
import { registersOf, STUB_WRITES } from './layout.js';
import { PAGE_SIZE } from './page-pattern.js';
import type { RecordedWorld } from './recorded-world.js';
import type { GuestStep } from './recording.js';

/** A guest access as its resource shows it. */
export interface Access {
  readonly id: number;
  readonly outcome: string;
  readonly reason?: string;
  readonly exception?: { readonly vector: number; readonly error?: number; readonly cr2?: string };
  readonly regs: Readonly<Record<string, string>>;
  readonly ioreqs: readonly SentIoreq[];
}

export interface SentIoreq {
  readonly ioservid: number;
}

/** What of a step says what is executed. */
type ExecutedStep = Pick<GuestStep, 'scenario' | 'label' | 'bytes' | 'regs_in'>;

const AT_ONCE = { prefer: 'respond-async' };

export async function startAccess(world: RecordedWorld, step: ExecutedStep): Promise<void> {
  await releaseVcpu(world);
  const body = {
    kind: 'insn',
    bytes: step.bytes,
    regs: { ...registersOf(step), ...(world.isPaged && pagingRegistersFor(step)) },
    // The recordings' nested paging never reports a linear address.
    gla: null,
    trace: false,
  };
  const { answer } = await world.demand('POST', '/guest-access', body, AT_ONCE);
  world.access = { id: answer.id as number, seen: 0 };
}

/** The stub's own writes are of consequence where somebody looks which pages are dirty. */
export async function runStub(world: RecordedWorld): Promise<void> {
  await releaseVcpu(world);
  for (const gfn of STUB_WRITES)
    await world.demand('POST', '/guest-access', {
      kind: 'rmw',
      op: 'or',
      gpa: gfn * PAGE_SIZE,
      data: 0,
      size: 1,
      trace: false,
    });
}

export async function lookAtAccess(world: RecordedWorld): Promise<Access> {
  const { answer } = await world.demand('GET', `/guest-access/${world.access.id}`);
  return answer as unknown as Access;
}

/** A vcpu that is not at its end stands still until a step lets it go on. */
export async function holdVcpu(world: RecordedWorld): Promise<void> {
  await world.demand('POST', '/pause');
  world.isPaused = true;
}

export async function releaseVcpu(world: RecordedWorld): Promise<void> {
  if (world.isPaused) await world.demand('POST', '/unpause');
  world.isPaused = false;
}
