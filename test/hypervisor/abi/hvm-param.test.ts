import { describe, expect, it } from 'vitest';
import { HVM_PARAM, hvmParamName } from '../../../src/hypervisor/abi/hvm-param.js';

describe('HVM_PARAM', () => {
  it('numbers what a device model asks for as Xen does', () => {
    const { IOREQ_PFN, BUFIOREQ_PFN, BUFIOREQ_EVTCHN, IOREQ_SERVER_PFN, NR_IOREQ_SERVER_PAGES } =
      HVM_PARAM;

    expect([
      IOREQ_PFN,
      BUFIOREQ_PFN,
      BUFIOREQ_EVTCHN,
      IOREQ_SERVER_PFN,
      NR_IOREQ_SERVER_PAGES,
    ]).toEqual([5, 6, 26, 32, 33]);
  });

  it('gives each number once', () => {
    const numbers = Object.values(HVM_PARAM);

    expect(new Set<number>(numbers).size).toBe(numbers.length);
  });

  it('is named by its number, where it has a name', () => {
    expect([hvmParamName(5), hvmParamName(3)]).toEqual(['IOREQ_PFN', undefined]);
  });
});
