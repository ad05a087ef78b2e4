/** What must hold whatever the schedule, by name. Each is watched anew in every run. */

import type { Access } from '../access/access.js';
import { PAGE_SIZE } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { countIoreqEntries } from '../ept/count-entries.js';
import { SHUTDOWN_REASON } from '../shutdown.js';
import { GuestStep } from './guest-step.js';
import type { World } from './program.js';

export interface Watch {
  /** Something has moved. */
  readonly afterMove?: () => void;
  /** What of the past `isViolated` depends on, where the state does not tell. */
  readonly remembered?: () => string;
  /** Asked when nobody can move any more. */
  readonly isViolated: () => boolean;
}

export interface Invariant {
  readonly name: string;
  watch(world: World): Watch;
}

const WATCHES = {
  no_violation_without_server: (world) => {
    const steps = guestStepsOf(world);
    const isViolated = () => steps.some(({ access }) => access?.metNoOwner === true);
    return { isViolated, remembered: () => String(isViolated()) };
  },

  no_lost_write: watchForLostWrites,

  no_stuck_vcpu: (world) => {
    const steps = guestStepsOf(world);
    return {
      isViolated: () => steps.some(({ access }) => access !== undefined && isStuck(access)),
    };
  },

  /** Entries that a superpage has replaced Xen counts on for ever: they stand apart. */
  entry_count_matches_entries: ({ domain: { p2m } }) => ({
    isViolated: () =>
      countIoreqEntries(p2m.tables) + p2m.tables.forgottenIoreqEntries !== p2m.entryCount,
  }),

  claim_is_exclusive: watchClaims,

  no_domain_crash: ({ domain }) => ({
    isViolated: () => domain.shutdown.reason === SHUTDOWN_REASON.crash,
  }),

  no_host_panic: ({ actors }) => ({
    isViolated: () => actors.some(({ steps }) => steps.some(({ panicked }) => panicked)),
  }),
} as const satisfies Record<string, (world: World) => Watch>;

export type InvariantName = keyof typeof WATCHES;

export const INVARIANTS = Object.fromEntries(
  Object.entries(WATCHES).map(([name, watch]) => [name, { name, watch }]),
) as unknown as Readonly<Record<InvariantName, Invariant>>;

export const INVARIANT_NAMES = Object.keys(WATCHES) as InvariantName[];

const guestStepsOf = ({ actors }: World): GuestStep[] =>
  actors.flatMap(({ steps }) => steps).filter((step) => step instanceof GuestStep);

/** A write that the guest takes for done has to be in RAM then, or with a device model. */
function watchForLostWrites(world: World): Watch {
  const open = new Set(guestStepsOf(world).filter(({ request }) => request.kind === 'write'));
  let lost = false;
  return {
    afterMove() {
      for (const step of open) {
        if (step.access?.settled !== true) continue;
        open.delete(step);
        lost ||= step.access.outcome === 'completed' && !hasArrived(step.access);
      }
    },
    isViolated: () => lost,
    remembered: () => String(lost),
  };
}

function hasArrived({ domain, request, ioreqs }: Access): boolean {
  if (ioreqs.length > 0) return true;
  const { gpa = 0, size = 8, data = 0n } = request;
  for (let at = 0; at < size; at++)
    if (byteAt(domain, gpa + at) !== Number((data >> BigInt(8 * at)) & 0xffn)) return false;
  return true;
}

function byteAt({ p2m, machine }: Domain, gpa: number): number {
  const { mfn } = p2m.query(Math.floor(gpa / PAGE_SIZE));
  return machine.page(mfn)?.[gpa % PAGE_SIZE] ?? 0;
}

/** For good: nobody is left who could change what it waits for. */
function isStuck({ settled, reason, domain, vcpu }: Access): boolean {
  if (settled) return false;
  if (vcpu.inExit || reason === 'refaulting') return true;
  const server = vcpu.blockedInXen?.ioservid;
  return server !== undefined && domain.ioreqServers.find(server) === undefined;
}

/** An owner has to let go before there is another. */
function watchClaims({ domain: { p2m } }: World): Watch {
  let { owner } = p2m.claim;
  let violated = false;
  return {
    afterMove() {
      const now = p2m.claim.owner;
      violated ||= owner !== undefined && now !== undefined && now !== owner;
      owner = now;
    },
    isViolated: () => violated,
    remembered: () => String(violated),
  };
}
