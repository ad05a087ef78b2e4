import { describe, expect, it } from 'vitest';
import { ACCESS_PERMITS, P2MA, p2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';

const [R, W, X] = [0b001, 0b010, 0b100];

// prettier-ignore
const ACCESSES = [
  // number  name      permits
  [0,    'n',      0],
  [1,    'r',      R],
  [2,    'w',      W],
  [3,    'rw',     R | W],
  [4,    'x',      X],
  [5,    'rx',     R | X],
  [6,    'wx',     W | X],
  [7,    'rwx',    R | W | X],
  [8,    'rx2rw',  R | X],
  [9,    'n2rwx',  0],
] as const;

describe('P2MA', () => {
  it.each(ACCESSES)('%i is %s and leaves of r 1, w 2, x 4: %i', (number, name, permits) => {
    expect([P2MA[name], p2mAccessName(number), ACCESS_PERMITS[number]]).toEqual([
      number,
      name,
      permits,
    ]);
  });

  it('takes for n what four bits can hold and no access is', () => {
    expect([10, 15].map(p2mAccessName)).toEqual(['n', 'n']);
  });
});
