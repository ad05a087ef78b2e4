import { describe, expect, it } from 'vitest';
import { toNpfec } from '../../../src/hypervisor/access/npfec.js';

const [READ, WRITE, FETCH] = [1, 2, 4];
const base = { read: false, write: false, insnFetch: false, present: false, linear: 'none' };

describe('toNpfec', () => {
  // prettier-ignore
  it.each([
    // qualification    npfec
    [READ,              { read: true }],
    [WRITE,             { read: true, write: true }],
    [READ | WRITE,      { read: true, write: true }],
    [FETCH,             { insnFetch: true }],
    [WRITE | 0x08,      { read: true, write: true, present: true }],
    [FETCH | 0x18,      { insnFetch: true, present: true }],
    [READ | 0x180,      { read: true, linear: 'translated' }],
    [READ | 0x080,      { read: true, linear: 'in_paging_structure' }],
    [READ | 0x100,      { read: true }],
  ])('of 0x%x', (qualification, fields) => {
    expect(toNpfec(qualification)).toEqual({ ...base, ...fields });
  });
});
