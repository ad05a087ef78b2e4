import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { INVARIANT_NAMES, INVARIANTS } from '../../../src/hypervisor/explore/invariants.js';
import type { World } from '../../../src/hypervisor/explore/program.js';
import { Run } from '../../../src/hypervisor/explore/run.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { DO, explored, programOf } from '../../support/explore.js';

const ALL = Object.values(INVARIANTS);

/** All that is violated by some schedule. */
const violatedBy = (...program: Parameters<typeof programOf>) => [
  ...new Set(explored(programOf(...program), ALL).outcomes.flatMap(({ violated }) => violated)),
];

/** Whether an invariant is violated after something was done to the world. */
function violatedAfter(name: keyof typeof INVARIANTS, does: (world: World) => void): boolean {
  const world = programOf({ vcpu0: [DO.write(0, 4)] })();
  const watch = INVARIANTS[name].watch(world);
  does(world);
  watch.afterMove?.();
  return watch.isViolated();
}

describe('INVARIANTS', () => {
  it('have the names that may be asked for', () => {
    expect(INVARIANT_NAMES).toEqual([
      'no_violation_without_server',
      'no_lost_write',
      'no_stuck_vcpu',
      'entry_count_matches_entries',
      'claim_is_exclusive',
      'no_domain_crash',
      'no_host_panic',
    ]);
    expect(ALL.map(({ name }) => name)).toEqual(INVARIANT_NAMES);
  });

  // prettier-ignore
  it.each([
    ['nothing',                     { vcpu0: [DO.write()], dm: [DO.setType('ram_rw')], answer: [DO.answer()] }, {}, []],
    ['no_violation_without_server', { vcpu0: [DO.write()], dm: [DO.disclaim()], answer: [DO.answer()] }, { null_owner: 'unhandleable' }, ['no_violation_without_server']],
    ['no_lost_write',               { vcpu0: [DO.write()], dm: [DO.setType('ram_rw')], answer: [DO.answer()] }, { hold_gfn_lock_over_mmio: false, copy_before_mmio: false }, ['no_lost_write']],
    ['no_stuck_vcpu',               { vcpu0: [DO.write()], dm: [DO.destroy()], answer: [DO.answer()] }, {}, ['no_stuck_vcpu']],
  ])('%s is violated', (_, actors, knobs, expected) => {
    expect(violatedBy(actors, { knobs })).toEqual(expected);
  });

  it('entry_count_matches_entries holds until Xen has miscounted', () => {
    expect(violatedAfter('entry_count_matches_entries', () => undefined)).toBe(false);
    expect(
      violatedAfter('entry_count_matches_entries', ({ domain }) => {
        domain.p2m.tables.ioreqEntries++;
      }),
    ).toBe(true);
  });

  it('entry_count_matches_entries holds for entries that a superpage has replaced', () => {
    expect(
      violatedAfter('entry_count_matches_entries', ({ domain: { p2m } }) => {
        p2m.set(0, 0x20_0000, 9, P2MT.ram_rw, p2m.defaultAccess);
        expect(p2m.entryCount).toBe(1);
      }),
    ).toBe(false);
  });

  it('claim_is_exclusive holds unless an owner is followed by another at once', () => {
    const { claim_is_exclusive } = INVARIANTS;
    const world = programOf({})();
    const { claim } = world.domain.p2m;
    const owner = claim.owner;
    const watch = claim_is_exclusive.watch(world);

    claim.disclaim(owner);
    watch.afterMove?.();
    expect(watch.isViolated()).toBe(false);
    world.domain.p2m.tables.ioreqEntries = 0;
    claim.claim(1, 2);
    watch.afterMove?.();
    expect([watch.isViolated(), watch.remembered?.()]).toEqual([false, 'false']);
    expect(
      violatedAfter('claim_is_exclusive', ({ domain }) => {
        domain.p2m.claim.disclaim(0);
        domain.p2m.claim.disclaim(undefined);
        domain.p2m.tables.ioreqEntries = 0;
        domain.p2m.claim.claim(1, 2);
      }),
    ).toBe(true);
  });

  // prettier-ignore
  it.each<[string, boolean, (world: World) => void]>([
    ['waits for a server that is there', false, () => undefined],
    ['waits for a server that is gone',  true,  ({ host, domain }) => { runTask(destroyIoreqServer(domain, host.caller(0), 0)); }],
    ['is in an exit that does not end',  true,  ({ domain }) => { domain.vcpu(0).inExit = true; }],
    ['waits to be unpaused',             false, ({ domain }) => { domain.vcpu(0).blockedInXen = undefined; }],
  ])('no_stuck_vcpu of one that %s: %s', (_, violated, does) => {
    const run = new Run(programOf({ vcpu0: [DO.write()] })());
    const watch = INVARIANTS.no_stuck_vcpu.watch(run.world);
    while (run.enabled().length > 0) run.advance(0);

    does(run.world);

    expect(watch.isViolated()).toBe(violated);
  });

  it('no_stuck_vcpu is violated by a fault that comes again and again', () => {
    const actors = { vcpu0: [DO.write()], dm: [DO.disclaim()] };
    const run = new Run(programOf(actors, { knobs: { reset_on_unmap: 'none' } })());
    const watch = INVARIANTS.no_stuck_vcpu.watch(run.world);

    while (run.enabled().length > 0) run.advance(run.enabled().at(-1)!);

    expect(run.results()['vcpu0']).toEqual(['pending refaulting EPT_VIOLATION']);
    expect(watch.isViolated()).toBe(true);
  });

  it('no_stuck_vcpu holds for an access that is over', () => {
    expect(
      violatedAfter('no_stuck_vcpu', (world) => {
        new Run(world).advance(0);
        world.domain.vcpu(0).inExit = true;
      }),
    ).toBe(false);
  });

  // prettier-ignore
  it.each([
    ['a read',                   { kind: 'read', gpa: 0x4000, size: 4 }],
    ['a write beside what is there', { kind: 'write', gpa: 0x4000, size: 4, data: 0x0403_0201n }],
  ] as const)('no_lost_write holds for %s', (_, request) => {
    const program = programOf({ vcpu0: [DO.access(request)] });
    const onOldRam = () => {
      const world = program();
      world.domain.ram.write(0x4000 as never, new Uint8Array(16).fill(0xee));
      return world;
    };

    expect(explored(onOldRam, ALL).outcomes.map(({ violated }) => violated)).toEqual([[]]);
  });

  it('no_lost_write remembers that one was lost', () => {
    const knobs = { hold_gfn_lock_over_mmio: false, copy_before_mmio: false };
    const actors = { vcpu0: [DO.write()], dm: [DO.setType('ram_rw')], answer: [DO.answer()] };
    const { outcomes } = explored(programOf(actors, { knobs }), ALL);
    const remembered = outcomes.map(({ witness, violated }) => {
      const run = new Run(programOf(actors, { knobs })());
      const watch = INVARIANTS.no_lost_write.watch(run.world);
      for (const { actor } of witness) {
        run.advance(run.world.actors.findIndex(({ name }) => name === actor));
        watch.afterMove?.();
      }
      return [watch.remembered?.(), violated.includes('no_lost_write')];
    });

    expect(remembered).toContainEqual(['true', true]);
    expect(remembered).toContainEqual(['false', false]);
  });

  it('no_domain_crash is violated by a crash', () => {
    expect(
      violatedAfter('no_domain_crash', ({ domain }) => {
        domain.crash('of the test');
      }),
    ).toBe(true);
  });

  it('no_host_panic is violated by a request to a server without a page', () => {
    const world = programOf({ vcpu0: [DO.write()] })();
    const watch = INVARIANTS.no_host_panic.watch(world);
    world.domain.ioreqServers.find(0)?.ioreqPage.free();
    const run = new Run(world);
    while (run.enabled().length > 0) run.advance(0);

    expect(watch.isViolated()).toBe(true);
  });

  it('no_lost_write looks at what is in RAM when the guest takes it for done', () => {
    expect(violatedBy({ vcpu0: [DO.write(0, 4)], vcpu1: [DO.write(1, 4)] }, { vcpus: 2 })).toEqual(
      [],
    );
  });
});
