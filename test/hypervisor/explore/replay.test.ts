import { describe, expect, it } from 'vitest';
import { INVARIANTS } from '../../../src/hypervisor/explore/invariants.js';
import { GuestStep } from '../../../src/hypervisor/explore/guest-step.js';
import { ImpossibleMove, replay } from '../../../src/hypervisor/explore/replay.js';
import { DO, explored, programOf } from '../../support/explore.js';

const ALL = Object.values(INVARIANTS);
const program = programOf(
  { vcpu0: [DO.write()], dm: [DO.disclaim()] },
  { knobs: { null_owner: 'unhandleable' } },
);

/** The vcpu takes the lock, and the hypercall comes up to it. */
const IN_THE_WAY = [5, 4].flatMap((moves, at) =>
  Array.from({ length: moves }, () => ({ actor: at === 0 ? 'vcpu0' : 'dm' })),
);

describe('replay', () => {
  it('comes to the outcome of each witness', () => {
    for (const { witness, results, state, violated } of explored(program, ALL).outcomes) {
      const replayed = replay(program, witness, ALL);

      expect(replayed).toMatchObject({ results, state, violated });
      expect(replayed.moves.map(({ actor, point }) => ({ actor, point }))).toEqual(witness);
    }
  });

  it('tells the state where a move has changed it', () => {
    const moves = replay(program, [{ actor: 'dm' }, { actor: 'dm' }, { actor: 'dm' }]).moves;

    expect(moves.map(({ point, state }) => [point, state])).toEqual([
      ['hypercall', undefined],
      ['ioreq_server_lock', undefined],
      ['p2m_ioreq_lock', { entries: 1, owner: undefined, type: 'ioreq_server' }],
    ]);
  });

  it('tells of an access what each move has added to its trace', () => {
    const traced = (world: ConstructorParameters<typeof GuestStep>[0]) =>
      new GuestStep(
        world,
        { vcpu: 0, kind: 'write', gpa: 0x3000, size: 4, data: 1n },
        ({ trace }) => trace,
        true,
      );
    const actors = { vcpu0: [traced], dm: [DO.disclaim()] };

    const schedule = [{ actor: 'dm' }, ...IN_THE_WAY.slice(0, 5)];
    const { moves, results } = replay(programOf(actors), schedule);

    expect(moves[0]?.trace).toEqual([]);
    expect(moves.flatMap(({ trace }) => trace)).toEqual(results['vcpu0']?.[0]);
    expect(moves.filter(({ trace }) => trace.length > 0).length).toBeGreaterThan(1);
  });

  // prettier-ignore
  it.each([
    ['nobody has nothing to do',         [{ actor: 'nobody' }],                                0],
    ['vcpu0 is at guest, not at vmexit', [{ actor: 'vcpu0', point: 'vmexit' }],                0],
    ['dm waits at p2m_lock',             IN_THE_WAY, 8],
  ] as const)('refuses a move that cannot be made: %s', (why, schedule, index) => {
    const attempt = () => replay(program, schedule);

    expect(attempt).toThrow(ImpossibleMove);
    expect(attempt).toThrow(why);
    expect(attempt).toThrow(expect.objectContaining({ index, name: 'ImpossibleMove' }) as Error);
  });
});
