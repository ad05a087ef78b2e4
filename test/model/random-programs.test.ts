/**
 * Random programs of hypercalls, guest accesses and device models' moves against a model that knows
 * nothing of tables. `FAKEXEN_MODEL_STEPS` says how many steps, `FAKEXEN_MODEL_SEED` which; a failure prints its program.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/host.js';
import { expectEveryPage, expectSound } from './invariants.js';
import { MOVES } from './moves.js';
import { Twin } from './twin.js';

const STEPS = Number(process.env['FAKEXEN_MODEL_STEPS'] ?? 100_000);
const SEED = Number(process.env['FAKEXEN_MODEL_SEED'] ?? 2016);
const PROGRAM = 200;
const NAMES = Object.keys(MOVES);

const MANY_FRAMES = 2 ** 28;
/** Where the free frames begin of a machine that has no domain. */
const FIRST_FREE = new Host().machine.findRun(MANY_FRAMES, 0);

const number = fc.nat({ max: 0xffff });
const move = fc.tuple(fc.constantFrom(...NAMES), number, number, number);
const program = fc.array(move, { maxLength: PROGRAM, size: 'max' });

describe('a domain', () => {
  it('is what the naive model of it is', { timeout: 60_000 + STEPS }, () => {
    fc.assert(
      fc.property(program, (moves) => {
        const twin = new Twin();
        const { host, d1 } = twin.machine;
        for (const [step, [name, a, b, c]] of moves.entries()) {
          MOVES[name]!(twin, a, b, c);
          twin.settle();
          expectSound(twin, step);
        }
        expectEveryPage(twin);

        host.destroyDomain(d1.domid);
        expect(host.machine.findRun(MANY_FRAMES, 0)).toBe(FIRST_FREE);
      }),
      { seed: SEED, numRuns: Math.ceil((2 * STEPS) / PROGRAM) },
    );
  });
});
