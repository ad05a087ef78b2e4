/** A program from what JSON says: the world as it is after its set-up, made anew at each call. */

import {
  DEFAULT_SETTINGS,
  GuestStep,
  HypercallStep,
  Host,
  INVARIANTS,
  Run,
  TablePages,
  hex,
  p2mTypeName,
  resolveProfile,
  shutdownReasonName,
  type Domain,
  type Invariant,
  type InvariantName,
  type Program,
  type Step,
} from '../../hypervisor/index.js';
import { domainSpecOf } from '../domains/domain-word.js';
import { problemOf } from '../problems/problem.js';
import { encodeState, type ConditionBody, type StateBody, type WorldBody } from './explore-word.js';
import { escaped } from './pointer.js';
import { smallDomain } from './small-domain.js';
import { stepMaker, type Extras, type Place } from './steps.js';

/** There is no world to explore: the domain, or a step of the set-up, was refused, or a step cannot begin. */
export class SetUpFailed extends Error {
  override readonly name = 'SetUpFailed';
  /** Which part of the request, by JSON pointer. */
  readonly pointer: string;

  constructor(pointer: string, detail: string) {
    super(detail);
    this.pointer = pointer;
  }
}

/** A vcpu that could go on waits until it is its turn. */
const whoMovesIsChosen = () => undefined;

/** One world is made to see that it can be: throws `SetUpFailed`. */
export function programOf(body: WorldBody, extras: Extras): Program {
  const program = unchecked(body, extras);
  for (const { name, steps } of program().actors)
    for (const [index, step] of steps.entries()) check(step, `/actors/${escaped(name)}/${index}`);
  return program;
}

function unchecked(body: WorldBody, extras: Extras): Program {
  checkKnobs(body.knobs, '/knobs');
  checkKnobs(body.domain.knobs, '/domain/knobs');
  const { special_pages: specialPages, ...domain } = body.domain;
  const spec = smallDomain({
    ...domainSpecOf({ ...domain, special_pages: false, ...profileOf(body) }),
    specialPages,
  });
  const setup = body.setup.map((step) => ({ make: stepMaker(step, extras), step }));
  const actors = Object.entries(body.actors).map(([name, steps]) => ({
    name,
    makers: steps.map((step) => stepMaker(step, extras)),
  }));
  const observed = body.observe?.types ?? [];
  const tablePages = new TablePages(DEFAULT_SETTINGS.pageTableBase);

  return () => {
    tablePages.reset();
    const host = new Host({ tablePages });
    const place = { host, domain: refusedAt('/domain', () => host.createDomain(spec)) };
    for (const [index, { make, step }] of setup.entries())
      performAlone(place, make(place), `/setup/${index}`, step.may_fail);
    host.resumeVcpu = whoMovesIsChosen;
    return {
      host,
      domain: place.domain,
      actors: actors.map(({ name, makers }) => ({
        name,
        steps: makers.map((make) => make(place)),
      })),
      state: () => encodeState(stateOf(place.domain, observed)),
    };
  };
}

/** Said of the domain, or of the whole. */
const profileOf = ({ domain, profile = domain.profile, knobs }: WorldBody) => ({
  ...(profile !== undefined && { profile }),
  knobs: { ...domain.knobs, ...knobs },
});

export const invariantsOf = (invariants: WorldBody['invariants']): Invariant[] =>
  invariants.map((invariant) =>
    typeof invariant === 'string' ? INVARIANTS[invariant as InvariantName] : conditionOf(invariant),
  );

function checkKnobs(knobs: Readonly<Record<string, unknown>> = {}, pointer: string): void {
  for (const [name, value] of Object.entries(knobs))
    refusedAt(`${pointer}/${escaped(name)}`, () => resolveProfile(undefined, { [name]: value }));
}

/** A hypercall that is refused answers so; a guest access that cannot begin is no access. */
function check(step: Step, pointer: string): void {
  if (step instanceof GuestStep)
    refusedAt(`${pointer}/guest`, () => {
      step.check();
    });
}

function refusedAt<T>(pointer: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (problemOf(error as Error) === undefined) throw error;
    throw new SetUpFailed(pointer, (error as Error).message);
  }
}

/** Nobody else is there yet: what has to wait waits for good. */
function performAlone(place: Place, step: Step, pointer: string, mayFail: boolean): void {
  const alone = new Run({ actors: [{ name: '', steps: [step] }], state: () => null, ...place });
  try {
    check(step, pointer);
  } catch (error) {
    if (mayFail && error instanceof SetUpFailed) return;
    throw error;
  }
  while (alone.enabled().length > 0) alone.advance(0);
  if (mayFail) return;
  if (alone.pointOf(0) !== undefined) throw new SetUpFailed(pointer, 'waits, and nobody else acts');
  if (step instanceof HypercallStep && step.refusal)
    throw new SetUpFailed(pointer, step.refusal.message);
}

const stateOf = ({ p2m, shutdown }: Domain, types: readonly number[]): StateBody => ({
  entry_count: p2m.entryCount,
  owner: p2m.claim.owner ?? null,
  types: Object.fromEntries(types.map((gfn) => [hex(gfn), p2mTypeName(p2m.typeOf(gfn))])),
  ...(shutdown.reason !== undefined && {
    shutdown: shutdownReasonName(shutdown.reason) ?? String(shutdown.reason),
  }),
});

const conditionOf = ({ name, state, never }: ConditionBody): Invariant => ({
  name,
  watch: (world) => ({
    isViolated: () =>
      (state !== undefined && !holds(world.state(), state)) ||
      (never !== undefined && holds(world.state(), never)),
  }),
});

/** Whether a value has everything that is wanted of it. */
function holds(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(wanted).every(([key, part]) =>
    holds((value as Readonly<Record<string, unknown>>)[key], part),
  );
}
