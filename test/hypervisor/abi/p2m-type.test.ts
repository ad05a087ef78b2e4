import { describe, expect, it } from 'vitest';
import * as types from '../../../src/hypervisor/abi/p2m-type.js';

const { P2MT, p2mTypeName } = types;
const ALL = Object.values(P2MT);

describe('P2MT', () => {
  // prettier-ignore
  it.each([
    // xen/arch/x86/include/asm/p2m.h
    [0, 'ram_rw'],              [1, 'invalid'],         [2, 'ram_logdirty'],    [3, 'ram_ro'],
    [4, 'mmio_dm'],             [5, 'mmio_direct'],     [6, 'populate_on_demand'],
    [7, 'grant_map_rw'],        [8, 'grant_map_ro'],    [9, 'ram_paging_out'],
    [10, 'ram_paged'],          [11, 'ram_paging_in'],  [12, 'ram_shared'],
    [13, 'ram_broken'],         [14, 'map_foreign'],    [15, 'ioreq_server'],
  ] as const)('%i is %s', (number, name) => {
    expect([P2MT[name], p2mTypeName(number)]).toEqual([number, name]);
  });
});

describe('p2mTypeName', () => {
  it('takes for invalid what six bits can hold and no type is', () => {
    expect([16, 63].map(p2mTypeName)).toEqual(['invalid', 'invalid']);
  });
});

// prettier-ignore
const CLASSES = [
  // asks               members
  ['isRam',             [0, 2, 3, 9, 10, 11, 12, 15]],
  ['isHole',            [1, 4, 10, 11]],
  ['isGrant',           [7, 8]],
  ['isMmio',            [4, 5]],
  ['isReadonly',        [2, 3, 8, 12]],
  ['isDiscardWrite',    [3, 8]],
  ['isChangeable',      [0, 2, 15]],
  ['isPaging',          [9, 10, 11]],
  ['isSpecial',         [5, 7, 8, 14]],
  ['allowsInvalidMfn',  [5, 6, 9, 10, 11]],
] as const;

describe.each(CLASSES)('%s', (name, members) => {
  it('is true of exactly those that Xen puts in the class', () => {
    expect(ALL.filter((type) => types[name](type))).toEqual(members);
  });
});
