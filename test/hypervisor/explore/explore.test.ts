import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuestStep } from '../../../src/hypervisor/explore/guest-step.js';
import { INVARIANTS, type Invariant } from '../../../src/hypervisor/explore/invariants.js';
import type { Outcome } from '../../../src/hypervisor/explore/outcomes.js';
import { DO, explored, programOf } from '../../support/explore.js';

/** Xen as of the series under review, but for the pause. */
const UNPAUSED = { null_owner: 'unhandleable', entry_count_guard: false };
const ALL = Object.values(INVARIANTS);

const inShort = ({ results, violated }: Outcome) => [...Object.values(results), violated].flat();
const keyOf = ({ results, state, violated }: Outcome) => JSON.stringify([results, state, violated]);

/** One write to a page whose owner lets go meanwhile. */
const race = (knobs: Readonly<Record<string, unknown>>) =>
  programOf({ vcpu0: [DO.write()], dm: [DO.disclaim()], answer: [DO.answer()] }, { knobs });

describe('Explorer', () => {
  it('runs a lone actor once', () => {
    const { schedules, truncated, outcomes } = explored(programOf({ vcpu0: [DO.write(0, 4)] }));

    expect([schedules, truncated]).toEqual([1, false]);
    expect(outcomes).toEqual([
      {
        results: { vcpu0: ['completed'] },
        state: { owner: 0, entries: 1, type: 'ioreq_server' },
        violated: [],
        count: 1,
        witness: [{ actor: 'vcpu0', point: 'guest' }],
      },
    ]);
  });

  it.each([
    [10_000, { truncated: false, schedules: 1 }],
    [10_001, { truncated: true, outcomes: [] }],
  ])('of a schedule of %i moves: %j', (moves, expected) => {
    const program = programOf({ vcpu0: Array.from({ length: moves }, () => DO.write(0, 4)) });

    expect(explored(program)).toMatchObject(expected);
  });

  it('finds the schedule in which a violation meets no server', () => {
    const { outcomes, truncated } = explored(race(UNPAUSED), ALL);
    const bad = outcomes.filter(({ violated }) => violated.length > 0);

    expect(truncated).toBe(false);
    expect(bad.map(inShort)).toEqual([
      ['injected EPT_VIOLATION', 'ok', { outcome: 'blocked' }, 'no_violation_without_server'],
    ]);
    expect(bad[0]?.witness.slice(0, 4)).toEqual([
      { actor: 'dm', point: 'hypercall' },
      { actor: 'dm', point: 'ioreq_server_lock' },
      { actor: 'dm', point: 'p2m_ioreq_lock' },
      { actor: 'vcpu0', point: 'guest' },
    ]);
  });

  it('finds only misconfigurations left where the domain is paused', () => {
    const { outcomes } = explored(race({ ...UNPAUSED, pause_on_map_mem_type: true }), ALL);

    expect(outcomes.map(inShort)).toEqual([
      ['completed EPT_VIOLATION', 'ok', 'answered'],
      ['completed EPT_MISCONFIG', 'ok', { outcome: 'blocked' }],
      ['completed', 'ok', { outcome: 'blocked' }],
    ]);
  });

  it('tells each outcome when it is found, and counts it from then on', () => {
    const { found, outcomes, schedules } = explored(race({}));

    expect(found.map(keyOf)).toEqual(outcomes.map(keyOf));
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(schedules);
  });

  it('stops when it has run as many schedules as it may', () => {
    expect(explored(race({}), [], { maxSchedules: 3 })).toMatchObject({
      schedules: 3,
      truncated: true,
    });
  });

  it('says of the stuck what they wait for', () => {
    const { outcomes } = explored(programOf({ vcpu0: [DO.write()], dm: [DO.destroy()] }), ALL);

    expect(outcomes.map(inShort)).toEqual([
      ['pending ioreq EPT_VIOLATION', 'ok', 'no_stuck_vcpu'],
      ['pending refaulting EPT_VIOLATION', 'ok', 'no_stuck_vcpu'],
    ]);
  });

  it('runs a vcpu that has refaulted again only after what it read has changed', () => {
    const { outcomes } = explored(
      programOf({ vcpu0: [DO.write()], dm: [DO.destroy(), DO.setType('ram_rw')] }),
    );

    expect(outcomes.map(({ results }) => results['vcpu0'])).toContainEqual([
      'completed EPT_VIOLATION',
    ]);
  });
});

describe('known states', () => {
  it('are gone on from no second time, but for those of the runs that go unremembered', () => {
    const a = [DO.write(0, 4)];
    const b = [DO.write(1, 4), DO.setType('ioreq_server', 5)];
    const program = programOf({ a, b }, { vcpus: 2 });
    const [all, fewer, none] = [0, 1, Infinity].map(
      (runsUnremembered) => explored(program, [], { runsUnremembered }).schedules,
    );

    expect(all).toBeLessThan(fewer!);
    expect(fewer).toBe(none);
  });

  it('are the same whatever a step that is over has seen on its way', () => {
    const a = [DO.setType('ioreq_server', 4)];
    const b = [DO.setType('ioreq_server', 5), DO.setType('ioreq_server', 6)];
    const { schedules } = explored(programOf({ a, b }), [], { runsUnremembered: 0 });

    expect(schedules).toBe(5); // Of nine.
  });

  // prettier-ignore
  it.each<[string, Parameters<typeof programOf>[0], Record<string, unknown>]>([
    ['what a write met as its owner let go', { a: [DO.write()], b: [DO.disclaim()] },       { reset_on_unmap: 'none' }],
    ['what a write met as its type changed', { a: [DO.write()], b: [DO.setType('ram_rw')] }, { hold_gfn_lock_over_mmio: false }],
    ['how far each is',         { a: [DO.destroy()], b: [DO.setType('ioreq_server', 4)], c: [DO.setType('ioreq_server', 4)] },     {}],
    ['who is how far',          { a: [DO.setType('ioreq_server', 4)], b: [DO.setType('ioreq_server', 4)], c: [DO.write(1, 4)] },   {}],
    ['what has come of a step', { a: [DO.setType('ram_ro'), DO.setType('ram_rw'), DO.setType('ram_rw')], b: [DO.setType('ram_rw')] }, {}],
  ])('are others by %s', (_, actors, knobs) => {
    const program = programOf(actors, { knobs, vcpus: 2 });
    const [known, plain] = [{ runsUnremembered: 0 }, { plain: true }].map((limits) =>
      explored(program, ALL, limits).outcomes.map(keyOf).toSorted(),
    );

    expect(known).toEqual(plain);
  });

  it('are others by what an invariant remembers', () => {
    const bBeforeA: Invariant = {
      name: 'b_before_a',
      watch({ actors }) {
        const [a, b] = actors.map(({ steps }) => steps[0] as GuestStep);
        let violated = false;
        return {
          afterMove: () => (violated ||= b?.access !== undefined && a?.access === undefined),
          isViolated: () => violated,
          remembered: () => String(violated),
        };
      },
    };
    const actors = {
      a: [DO.write(0, 4), DO.setType('ioreq_server', 5)],
      b: [DO.write(1, 4), DO.setType('ioreq_server', 6)],
    };
    const invariants = [INVARIANTS.no_host_panic, bBeforeA];
    const { outcomes } = explored(programOf(actors, { vcpus: 2 }), invariants, {
      runsUnremembered: 0,
    });

    expect(outcomes.map(({ violated }) => violated)).toEqual([[], ['b_before_a']]);
  });
});

const STEPS = [
  DO.write(0),
  DO.write(1),
  DO.write(0, 4),
  DO.access({ kind: 'read', gpa: 0x3000 }),
  DO.access({ vcpu: 1, kind: 'rmw', op: 'add', gpa: 0x3000, size: 4, data: 1n }),
  DO.access({ kind: 'read', gpa: 0x400_000, size: 4 }),
  DO.claim(1),
  DO.claim(0),
  DO.disclaim(),
  DO.setType('ram_rw'),
  DO.setType('ioreq_server', 4),
  DO.destroy(),
  DO.answer(),
];

const KNOBS = fc.record(
  {
    pause_on_map_mem_type: fc.boolean(),
    hold_gfn_lock_over_mmio: fc.boolean(),
    entry_count_guard: fc.boolean(),
    null_owner: fc.constantFrom('retry', 'unhandleable'),
    reset_on_unmap: fc.constantFrom('none', 'lazy', 'lazy_and_sweep'),
  },
  { requiredKeys: [] },
);

/** They take seconds, and a minute under instruments. */
const LONG = { timeout: 120_000 };

describe('a long exploration', () => {
  it(
    'comes to its end where three vcpus and their device model have too many interleavings',
    LONG,
    () => {
      const write = (vcpu: number) => [DO.write(vcpu)];
      const answers = [DO.answer(), DO.answer(), DO.answer()];
      const { schedules, truncated, outcomes } = explored(
        programOf({ a: write(0), b: write(1), c: write(2), dm: answers }, { vcpus: 3 }),
      );

      expect([truncated, outcomes.length]).toEqual([false, 1]);
      expect(schedules).toBeLessThan(1000);
    },
  );
});

describe('sleep sets and known states', () => {
  it('lose no outcome of plain enumeration', LONG, () => {
    const step = fc.constantFrom(...STEPS);
    const actors = fc.tuple(
      fc.array(step, { minLength: 1, maxLength: 2 }),
      fc.array(step, { minLength: 1, maxLength: 1 }),
      fc.array(fc.constantFrom(DO.answer(), DO.setType('ram_rw'), DO.write(1)), { maxLength: 1 }),
    );

    fc.assert(
      fc.property(actors, KNOBS, ([a, b, c], knobs) => {
        const program = programOf({ a, b, c }, { knobs, servers: 2, vcpus: 2 });
        const plain = explored(program, ALL, { plain: true, maxSchedules: 1500 });
        fc.pre(!plain.truncated);
        const all = plain.outcomes.map(keyOf).toSorted();
        for (const runsUnremembered of [Infinity, 0]) {
          const reduced = explored(program, ALL, { runsUnremembered });
          expect(reduced.outcomes.map(keyOf).toSorted()).toEqual(all);
          expect(reduced.schedules).toBeLessThanOrEqual(plain.schedules);
        }
      }),
      { numRuns: 25 },
    );
  });
});
