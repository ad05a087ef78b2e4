/** The domains that a scenario begins with: the one that it is about, and where it needs one its emulator. */

import { guestTables, isPaged } from './guest-tables.js';
import { MAX_GRANT_FRAMES, MEMORY, SPECIAL_PARAMS } from './layout.js';
import { FILLED, SCRATCH, type Bytes } from './page-pattern.js';
import type { Step } from './recording.js';
import {
  hasHole,
  hasServer,
  hasSpecialPages,
  HOLE,
  isBare,
  isScratchFilled,
  knobsOf,
  vcpusOf,
} from './scenario-clues.js';
import type { ServedDomain } from './served-domain.js';
import type { Reply } from './service.js';
import type { WorldSpec } from './world-spec.js';

/** Calls that a second domain makes. */
const BY_EMULATOR = /^(stubdom|emulator):/;
/** Made the device model of another, by a reason that tells of both. */
const isOfTwo = (op: string, args: Step['args']): boolean =>
  op === 'domctl_set_target' && args?.['why'] !== undefined;

/** A world in which there is nothing yet. */
interface Beginning extends Pick<ServedDomain, 'demand'> {
  readonly isAtRest: boolean;
  createDomain(spec: object): Promise<Reply>;
  limitMemory(): Promise<Reply>;
  run(): Promise<void>;
  writeRam(bytes: Bytes): Promise<boolean>;
}

interface Domids {
  readonly domid: number;
  readonly emulatorDomid: number;
}

export async function beginDomains(
  world: Beginning,
  spec: WorldSpec,
  { domid, emulatorDomid }: Domids,
): Promise<void> {
  const { scenario, steps } = spec;
  await world.createDomain({
    domid,
    paused: true,
    emulation: (spec.isBare ?? isBare(scenario)) ? 'lapic' : 'full',
    memory: MEMORY,
    vcpus: vcpusOf(scenario, steps),
    max_grant_frames: MAX_GRANT_FRAMES,
    knobs: knobsOf(scenario),
    ...(hasSpecialPages(scenario) && { params: SPECIAL_PARAMS }),
  });
  await world.limitMemory();
  // The recorder has loaded the state of its first vcpu.
  await world.demand('POST', '/domctl/sethvmcontext', { vcpus: [0] });
  if (steps.some(({ op, args }) => BY_EMULATOR.test(op) || isOfTwo(op, args)))
    await world.createDomain({ domid: emulatorDomid, memory: MEMORY });
  if (!world.isAtRest) await world.run();
  await fill(world, scenario);
}

/** What the recorder had done to it before the first step. */
async function fill(world: Beginning, scenario: string): Promise<void> {
  if (hasServer(scenario))
    await world.demand('POST', '/dmop/create_ioreq_server', { handle_bufioreq: 2 });
  if (hasHole(scenario))
    await world.demand('POST', '/memory/decrease_reservation', { extents: HOLE });
  for (const bytes of FILLED)
    if (bytes.gpa !== SCRATCH || isScratchFilled(scenario)) await world.writeRam(bytes);
  if (isPaged(scenario)) for (const bytes of guestTables()) await world.writeRam(bytes);
}
