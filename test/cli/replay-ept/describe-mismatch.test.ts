import { describe, expect, it } from 'vitest';
import { describeMismatch } from '../../../src/cli/replay-ept/describe-mismatch.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import type { Step } from '../../../src/cli/replay-ept/recording.js';
import { set } from '../../support/p2m.js';

const SETUP = { ept_ad: 1, exec_sp: 1, hap_2mb: 1, hap_1gb: 1, cache_flush_permitted: 0 };
const STEP: Step = { scenario: '1a', step: 3, op: 'nop', args: { gfn: '205' }, rc: 0 };
const RUN = { l: 0, g: '205', n: 1, old: null, new: '9cf0000100205373' };

function describeIn(world: RecordedWorld, step: Partial<Step>): string[] {
  const fields = [{ name: 'ec', expected: 1, actual: 0 }];
  return describeMismatch({ step: { ...STEP, ...step }, fields, world }).split('\n');
}

describe('describeMismatch', () => {
  it('names the step and what differs', () => {
    expect(describeIn(new RecordedWorld(SETUP), {})).toEqual([
      'scenario 1a step 3: nop {"gfn":"205"}',
      '  ec: expected 1, actual 0',
    ]);
  });

  it('shows what Xen changed, decoded, beside what is here', () => {
    const world = new RecordedWorld(SETUP);
    set(world.p2m, 0x205, 0);

    expect(describeIn(world, { touched: [RUN] }).slice(2)).toEqual([
      '  level 0 gfn 0x205 (1 entries)',
      '    expected 9cf0000100205373 rw- ioreq_server access rwx emt 6 mfn 0x100205 ipat a d suppressVe',
      '    actual   9c00000100205377 rwx ram_rw access rwx emt 6 mfn 0x100205 ipat a d suppressVe',
    ]);
  });

  it('says where there is no table, here or there', () => {
    const touched = [RUN, { ...RUN, l: 3, new: null }];

    expect(describeIn(new RecordedWorld(SETUP), { touched }).slice(2)).toEqual([
      '  level 0 gfn 0x205 (1 entries)',
      '    expected 9cf0000100205373 rw- ioreq_server access rwx emt 6 mfn 0x100205 ipat a d suppressVe',
      '    actual   no table',
      '  level 3 gfn 0x205 (1 entries)',
      '    expected no table',
      '    actual   0000000000000000 --- ram_rw access n emt 0 mfn 0x0 ',
    ]);
  });

  it('shows eight runs of entries at most', () => {
    const touched = Array.from({ length: 20 }, () => RUN);

    expect(describeIn(new RecordedWorld(SETUP), { touched })).toHaveLength(2 + 8 * 3);
  });
});
