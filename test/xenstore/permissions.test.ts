import { describe, expect, it } from 'vitest';
import {
  inWords,
  inherited,
  isOwner,
  may,
  permissionsOf,
  ONLY_DOM0,
} from '../../src/xenstore/permissions.js';

describe('permissions', () => {
  const shared = permissionsOf(['n1', 'r0', 'b2']);

  it('are read and written as xenstored says them', () => {
    expect(inWords(shared)).toEqual(['n1', 'r0', 'b2']);
    for (const wrong of [[], ['x1'], ['r']])
      expect(() => permissionsOf(wrong)).toThrow(expect.objectContaining({ errno: 'EINVAL' }));
  });

  it('give the owner and dom0 everything, others what is said, the rest what the first says', () => {
    expect([0, 1, 2, 3].map((domid) => may('w', domid, shared))).toEqual([true, true, true, false]);
    expect(may('r', 3, permissionsOf(['r1']))).toBe(true);
    expect([0, 1, 2].map((domid) => isOwner(domid, shared))).toEqual([true, true, false]);
  });

  it('go on to what is made below, which belongs to who makes it unless that is dom0', () => {
    expect(inWords(inherited(0, shared))).toEqual(['n1', 'r0', 'b2']);
    expect(inWords(inherited(5, ONLY_DOM0))).toEqual(['n5']);
  });
});
