/** Replaying a recording: each scenario in a world of its own, each step compared in full. */

import { exceptionOf, skipOf, type Exception } from './exceptions.js';
import { expectedOf, isDeterministic } from './expected.js';
import { describeMismatch, differencesBetween, type Difference } from './mismatch.js';
import { play } from './play.js';
import { RecordedWorld } from './recorded-world.js';
import type { Step } from './recording.js';
import type { Service } from './service.js';
import type { WorldSpec } from './world-spec.js';

export interface Replay {
  readonly steps: number;
  readonly skipped: number;
  readonly mismatches: number;
  /** The first mismatch, for people. */
  readonly first: string | undefined;
  /** The exceptions that were made use of, and how often. */
  readonly exceptions: ReadonlyMap<Exception, number>;
}

const NOTE = 'note';
/** Notes after which a step finds a fresh domain. */
const RECREATED = /^domain recreated|^(legacy )?(BUF)?IOREQ_PFN/;
const RECREATED_BARE = /^emulation flags LAPIC only/;

export async function replayScenario(service: Service, spec: WorldSpec): Promise<Replay> {
  const { steps } = spec;
  const exceptions = new Map<Exception, number>();
  let skipped = 0;
  let mismatches = 0;
  let first: string | undefined;
  let world = await RecordedWorld.make(service, spec);
  for (const [index, step] of steps.entries()) {
    const following = steps.slice(index + 1);
    if (step.op === NOTE) {
      const fresh = freshAfter(step, { ...spec, steps: following });
      if (fresh !== undefined) {
        await world.transport.release?.();
        world = await RecordedWorld.make(service, fresh);
      }
      // What follows a note is about something else.
      if (world.isLimited) await world.limitMemory();
      continue;
    }
    if (isOnFreshDomain(step, steps[index - 1]))
      world = await RecordedWorld.make(service, { ...spec, steps: steps.slice(index) });
    const skip = skipOf(step);
    if (skip !== undefined) {
      skipped++;
      count(exceptions, skip);
      continue;
    }
    const differences = (await differencesOf(world, step, following))
      .filter(({ field }) => isDeterministic(step, field))
      .filter((difference) => {
        const row = exceptionOf(step, difference);
        if (row !== undefined) count(exceptions, row);
        return row === undefined;
      });
    if (differences.length === 0) continue;
    mismatches++;

    first ??= describeMismatch(step, differences);
  }
  await world.transport.release?.();
  const played = steps.filter(({ op }) => op !== NOTE).length;
  return { steps: played, skipped, mismatches, first, exceptions };
}

/** A step that could not be carried out at all differs as a whole. */
async function differencesOf(
  world: RecordedWorld,
  step: Step,
  following: readonly Step[],
): Promise<Difference[]> {
  try {
    return differencesBetween(expectedOf(step), await play(world, step, following));
  } catch (error) {
    return [{ field: 'step', expected: 'carried out', actual: (error as Error).message }];
  }
}

/** Where each parameter was tried on a domain of its own. */
const BY_INDEX = /^sf_params_set_/;
/** Where each operation was. */
const BY_OPERATION = /^sf_buffer_sizes$/;

const isAnother = (args: Step['args'], before: Step | undefined, name: string): boolean =>
  before !== undefined && args?.[name] !== before.args?.[name];

function isOnFreshDomain({ scenario, args }: Step, before: Step | undefined): boolean {
  if (args?.['why'] === 'fresh domain' || isOfMoreVcpus(args)) return true;
  if (BY_OPERATION.test(scenario)) return isAnother(args, before, 'op_number');
  return BY_INDEX.test(scenario) && isAnother(args, before, 'index');
}

/** A DMOP on a domain that was created with another number of vcpus. */
const isOfMoreVcpus = (args: Step['args']): boolean =>
  args?.['op_number'] !== undefined && args['max_vcpus'] !== undefined;

function freshAfter({ text = '' }: Step, spec: WorldSpec): WorldSpec | undefined {
  if (RECREATED_BARE.test(text)) return { ...spec, isBare: true };
  return RECREATED.test(text) ? spec : undefined;
}

function count(exceptions: Map<Exception, number>, row: Exception): void {
  exceptions.set(row, (exceptions.get(row) ?? 0) + 1);
}
