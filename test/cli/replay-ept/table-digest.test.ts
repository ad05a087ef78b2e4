import { describe, expect, it } from 'vitest';
import { countTables, digestTables } from '../../../src/cli/replay-ept/table-digest.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { mapWithRam, newP2m } from '../../support/p2m.js';

/** The first steps of scenario 1a, and what Xen's tables looked like after each. */
// prettier-ignore
const STEPS = [
  // after                    tables         leaves  digest of 32 bits  of 64                of 64, empty entries too
  ['an empty map',            [1, 0, 0, 0],  0,      '811c9dc5',        'cbf29ce484222325',  '6c83987887ec4a25'],
  ['64 MiB by superpages',    [1, 1, 1, 0],  32,     'ca12fdf4',        '768a920b54ee9714',  'c08a40ec10ab5e69'],
  ['a page of ioreq_server',  [1, 1, 1, 1],  543,    'e85b052b',        'ff734c6d34a80887',  'a5544daf05c204e6'],
] as const;

function mapAfter(step: string) {
  if (step === 'an empty map') return newP2m().p2m;
  const { p2m } = mapWithRam(14);
  if (step === 'a page of ioreq_server') p2m.changeTypeOne(0x205, P2MT.ram_rw, P2MT.ioreq_server);
  return p2m;
}

describe('countTables', () => {
  it.each(STEPS)(
    'counts what Xen had after %s: %j tables, %i leaves, %s',
    (step, live, nleaf, w32) => {
      expect(countTables(mapAfter(step).tables)).toEqual({ tables: live, nleaf, w32 });
    },
  );
});

describe('digestTables', () => {
  it.each(STEPS)('digests to what Xen had after %s', (step, _live, _nleaf, _w32, dig, digf) => {
    expect(digestTables(mapAfter(step).tables)).toEqual({ dig, digf });
  });
});
