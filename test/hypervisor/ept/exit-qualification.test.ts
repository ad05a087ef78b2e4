import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linearAddressKindOf,
  permittedOf,
  qualificationOf,
  wantedOf,
  type LinearAddressKind,
} from '../../../src/hypervisor/ept/exit-qualification.js';

const [R, W, X] = [1, 2, 4];

describe('qualificationOf', () => {
  // prettier-ignore
  it.each<[number, number, LinearAddressKind, number]>([
    // wanted  permitted  linear address          bits
    [R,        0,         'none',                 0x001],
    [W,        R,         'none',                 0x00a],
    [W,        R | X,     'translated',           0x1aa],
    [R | W,    R | X,     'translated',           0x1ab],
    [X,        0,         'translated',           0x184],
    [X,        R | W,     'translated',           0x19c],
    [R | W,    0,         'in_paging_structure',  0x083],
    [R,        R | W | X, 'none',                 0x039],
  ])('wanted %i of %i, %s: 0x%x', (wanted, permitted, linear, bits) => {
    expect(qualificationOf(wanted, permitted, linear)).toBe(bits);
  });

  it('can be taken apart again', () => {
    const mask = fc.integer({ min: 0, max: 7 });
    const kinds = fc.constantFrom('none', 'in_paging_structure', 'translated');
    fc.assert(
      fc.property(mask, mask, kinds, (wanted, permitted, linear) => {
        const bits = qualificationOf(wanted, permitted, linear);
        expect([wantedOf(bits), permittedOf(bits), linearAddressKindOf(bits)]).toEqual([
          wanted,
          permitted,
          linear,
        ]);
      }),
    );
  });
});
