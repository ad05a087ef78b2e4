import { describe, expect, it } from 'vitest';
import { domidNamed, nameOfDomid, spokenOf } from '../../../src/cli/replay-xen/domain-names.js';

const world = { domid: 1, emulatorDomid: 2, domids: new Map([['PV', 5]]) };

describe('names of domains', () => {
  // prettier-ignore
  it.each([
    [undefined,              1],
    ['the HVM domain',       1],
    ['A',                    1],
    ['B',                    2],
    ['PV',                   5],
    [0,                      0],
    ['dom0',                 0],
    ['0 (dom0 itself)',      0],
    ['DOMID_SELF',           0x7ff0],
    [0x7ff0,                 0x7ff0],
    ['none such',            0x7000],
    [183,                    0x7000],
  ])('%s is domain %i', (name, domid) => {
    expect(domidNamed(world, name)).toBe(domid);
  });

  it('of an answer are those that recordings show', () => {
    expect([0, 1, 7].map((domid) => nameOfDomid(world, domid))).toEqual([
      '0',
      'the HVM domain',
      'other',
    ]);
  });

  it('may stand in the reason of a step', () => {
    expect(['DOMID_SELF from PV dom0', 'domid 0', 'good'].map(spokenOf)).toEqual([
      'DOMID_SELF',
      '0',
      undefined,
    ]);
  });
});
