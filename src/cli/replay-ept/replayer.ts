/** Replaying a recording: each scenario in a world of its own, each step compared in full. */

import { XenBug } from '../../hypervisor/abi/xen-bug.js';
import { p2mAccessName, P2MA } from '../../hypervisor/abi/p2m-access.js';
import { describeMismatch, type Mismatch } from './describe-mismatch.js';
import { perform, type Answer } from './operation.js';
import { OPERATIONS } from './operations.js';
import { RecordedWorld } from './recorded-world.js';
import type { Step } from './recording.js';
import { countTables, digestTables } from './table-digest.js';

export interface Replay {
  readonly steps: number;
  readonly mismatches: number;
  /** The first mismatch, described when it was met. */
  readonly first: string | undefined;
}

/** Tables up to which the 64-bit digests are computed after every step, not only at the end. */
const SMALL = 8;

export function replayScenario(steps: readonly Step[]): Replay {
  let mismatches = 0;
  let first: string | undefined;
  let world = worldOf(steps, 0);
  for (const [index, step] of steps.entries()) {
    const before = countersOf(world);
    const answer = answerOf(step, world);
    const fields = differences(step, { ...answer, ...observe(world, before) }, world, {
      digest: index === steps.length - 1,
    });
    if (fields.length > 0) {
      mismatches++;
      first ??= describeMismatch({ step, fields, world });
    }
    if (step.tried === 1) world = worldOf(steps, index);
  }
  return { steps: steps.length, mismatches, first };
}

/** The world as it was before a step: made anew by repeating what led there. */
function worldOf(steps: readonly Step[], index: number): RecordedWorld {
  const setup = steps.find(({ op }) => op === 'setup');
  const world = new RecordedWorld(setup?.args ?? {});
  for (const step of steps.slice(0, index)) if (step.tried !== 1) answerOf(step, world);
  return world;
}

function answerOf(step: Step, world: RecordedWorld): Answer | { readonly rc: 'BUG' } {
  if (step.op === 'setup') return { rc: 0 };
  const operation = OPERATIONS[step.op];
  if (operation === undefined) throw new Error(`step ${step.step}: unknown operation ${step.op}`);
  try {
    return perform(operation, world, step.args);
  } catch (error) {
    if (error instanceof XenBug) return { rc: 'BUG' };
    throw error;
  }
}

const countersOf = ({ p2m }: RecordedWorld) => ({
  flush: p2m.tables.flushes,
  ptalloc: p2m.tables.pool.allocated,
  ptfree: p2m.tables.pool.released,
});

/** Everything that a recorded step may hold of the state after it, but for the digests. */
function observe(world: RecordedWorld, before: ReturnType<typeof countersOf>) {
  const { p2m } = world;
  const after = countersOf(world);
  const { claim, logDirty, pod } = p2m;
  return {
    ec: p2m.entryCount,
    max: p2m.maxMappedGfn,
    srv: claim.owner === undefined ? 0 : claim.owner + 1,
    srvflags: claim.flags,
    gld: logDirty.global ? 1 : 0,
    flush: after.flush - before.flush,
    ptalloc: after.ptalloc - before.ptalloc,
    ptfree: after.ptfree - before.ptfree,
    spurious: world.vcpu.spuriousMisconfig ? 1 : 0,
    crash: world.crashes,
    frefs: p2m.tables.foreignReferences,
    podec: pod.entryCount,
    podcache: pod.cached,
    dirty: logDirty.marked,
    last_dirty: logDirty.lastMarked ?? 0,
    defacc: p2mAccessName(p2m.defaultAccess),
    ...countTables(p2m.tables),
  };
}

/** What a step leaves out when it has its usual value. */
const USUAL: Readonly<Record<string, unknown>> = {
  spurious: 0,
  crash: 0,
  frefs: 0,
  dirty: 0,
  defacc: p2mAccessName(P2MA.rwx),
};

/** Fields of a recorded step that say the same as its digests, or nothing about the state. */
const NOT_COMPARED = new Set([
  'scenario',
  'step',
  'op',
  'args',
  'note',
  'where',
  'tried',
  'touched',
  'leaves',
  'mid',
  'dig',
  'digf',
]);

function differences(
  step: Step,
  actual: Readonly<Record<string, unknown>>,
  { p2m }: RecordedWorld,
  { digest }: { digest: boolean },
): Mismatch['fields'] {
  if (step.rc === 'BUG') return actual['rc'] === 'BUG' ? [] : [fieldOf('rc', 'BUG', actual['rc'])];
  const expected: Record<string, unknown> = { ...USUAL };
  for (const [name, value] of Object.entries(step))
    if (!NOT_COMPARED.has(name)) expected[name] = value;
  const digests = digest || p2m.tables.pool.inUse <= SMALL ? digestTables(p2m.tables) : undefined;
  if (digests !== undefined) Object.assign(expected, { dig: step['dig'], digf: step['digf'] });
  const found: Readonly<Record<string, unknown>> = { ...actual, ...digests };
  return Object.entries(expected)
    .filter(([name, value]) => value !== undefined && !same(value, found[name]))
    .map(([name, value]) => fieldOf(name, value, found[name]));
}

const fieldOf = (name: string, expected: unknown, actual: unknown) => ({ name, expected, actual });

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
