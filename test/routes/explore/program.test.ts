import { describe, expect, it } from 'vitest';
import { Run } from '../../../src/hypervisor/index.js';
import { exploreBody } from '../../../src/routes/explore/explore-word.js';
import { invariantsOf, programOf, SetUpFailed } from '../../../src/routes/explore/program.js';

const EXTRAS = { traced: false, decode: undefined };
const READ = { guest: { kind: 'read', gpa: '0x1000', size: 4 } };
const MMIO = { guest: { kind: 'read', gpa: '0x800000', size: 4 } };
const SERVER = [
  { op: 'dmop/create_ioreq_server', args: { handle_bufioreq: 0 } },
  { op: 'memory/acquire_resource', args: { type: 'ioreq_server', id: 0, frame: 1, nr: 1 } },
  { op: 'dmop/set_ioreq_server_state', args: { id: 0, enabled: 1 } },
  {
    op: 'dmop/map_io_range_to_ioreq_server',
    args: { id: 0, type: 'memory', start: '0x800000', end: '0x800fff' },
  },
];

const program = (body: object) =>
  programOf(exploreBody.decode({ actors: { a: [READ] }, ...body }), EXTRAS);

const failureOf = (body: object) => {
  try {
    program(body)();
  } catch (error) {
    return error instanceof SetUpFailed ? [error.pointer, error.message] : error;
  }
  return undefined;
};

describe('programOf', () => {
  it('makes a fresh world at each call, the same each time', () => {
    const build = program({ setup: SERVER, observe: { types: ['0x1', '0x9999'] } });
    const first = build();
    first.domain.crash('of the test');

    const second = build();
    expect(second.domain).not.toBe(first.domain);
    expect([first, second].map((world) => world.state())).toEqual([
      {
        entry_count: 0,
        owner: null,
        types: { '0x1': 'ram_rw', '0x9999': 'mmio_dm' },
        shutdown: 'crash',
      },
      { entry_count: 0, owner: null, types: { '0x1': 'ram_rw', '0x9999': 'mmio_dm' } },
    ]);
  });

  it('takes profile and knobs of the domain, and before them those of the whole', () => {
    const body = {
      domain: { profile: '4.9', knobs: { null_owner: 'unhandleable', claim_required: false } },
      knobs: { claim_required: true },
    };
    const { profile } = program(body)().domain;

    expect([profile.name, profile.knobs.null_owner, profile.knobs.claim_required]).toEqual([
      '4.9',
      'unhandleable',
      true,
    ]);
    expect(program({ ...body, profile: 'v6' })().domain.profile.name).toBe('v6');
  });

  it('points at what of the set-up was refused', () => {
    expect(failureOf({ domain: { vcpus: 999 } })).toEqual([
      '/domain',
      'a domain has 1 to 128 vcpus, not 999',
    ]);
    expect(failureOf({ setup: SERVER.slice(1) })).toEqual([
      '/setup/0',
      'domain 1 has no ioreq server 0',
    ]);
    expect(failureOf({ setup: [...SERVER, MMIO] })).toEqual([
      '/setup/4',
      'waits, and nobody else acts',
    ]);
  });

  it('lets a step of the set-up fail that may', () => {
    const mayFail = (step: object) => ({ ...step, may_fail: true });
    const answer = { dm: { server: 0, data: '0x2a' } };

    expect(failureOf({ setup: SERVER.slice(1).map(mayFail) })).toBeUndefined();
    const world = program({ setup: [...SERVER, mayFail(MMIO), answer] })();
    expect(world.domain.vcpu(0).access).toBeUndefined();
  });

  it('leaves an answered vcpu to its actor once the set-up is over', () => {
    const world = program({ setup: SERVER, actors: { a: [MMIO] } })();
    const run = new Run(world);
    while (run.enabled().length > 0) run.advance(0);
    world.domain.ioreqServers.find(0)?.complete(0, { data: 1n });

    expect(run.results()['a']).toMatchObject([{ outcome: 'pending' }]);
    expect(run.enabled()).toEqual([0]);
  });
});

describe('invariantsOf', () => {
  // prettier-ignore
  it.each([
    [{ name: 'c', state: { owner: null } },                           false],
    [{ name: 'c', state: { owner: 1 } },                              true],
    [{ name: 'c', state: { types: { '0x1': 'ram_rw' } } },            false],
    [{ name: 'c', state: { types: { '0x1': 'ram_ro' } } },            true],
    [{ name: 'c', state: { owner: { deep: 1 } } },                    true],
    [{ name: 'c', never: { owner: null, types: { '0x1': 'ram_rw' } } }, true],
    [{ name: 'c', never: { owner: null, types: { '0x1': 'ram_ro' } } }, false],
  ])('%j is violated: %s', (condition, expected) => {
    const [invariant] = invariantsOf([condition]);
    const world = program({ observe: { types: ['0x1'] } })();

    expect([invariant?.name, invariant?.watch(world).isViolated()]).toEqual(['c', expected]);
  });

  it('takes names', () => {
    expect(invariantsOf(['no_lost_write']).map(({ name }) => name)).toEqual(['no_lost_write']);
  });
});
