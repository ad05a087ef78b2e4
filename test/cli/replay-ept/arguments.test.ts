import { describe, expect, it } from 'vitest';
import {
  accessArg,
  frameArg,
  hvmMemArg,
  numberArg,
  recordedTypeName,
  typeArg,
} from '../../../src/cli/replay-ept/arguments.js';
import { INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';

describe('the arguments of a recorded operation', () => {
  it('are frames in hexadecimal, with - for none', () => {
    expect(['205', '100000', '-'].map(frameArg)).toEqual([0x205, 0x10_0000, INVALID_MFN]);
  });

  it('are other numbers in decimal', () => {
    expect([numberArg(14), numberArg('14')]).toEqual([14, 14]);
  });

  it('are accesses by name', () => {
    expect(['rwx', 'n2rwx'].map(accessArg)).toEqual([P2MA.rwx, P2MA.n2rwx]);
  });

  it('are memory types by name, or by a number that has none', () => {
    expect(['HVMMEM_ioreq_server', 'HVMMEM_ram_rw', 7].map(hvmMemArg)).toEqual([4, 0, 7]);
  });
});

describe('typeArg and recordedTypeName', () => {
  it('know every type, four of them by a shorter name', () => {
    for (const type of Object.values(P2MT)) expect(typeArg(recordedTypeName(type))).toBe(type);
    expect(['pod', 'paging_out', 'paged', 'paging_in'].map(typeArg)).toEqual([6, 9, 10, 11]);
  });

  it('know no other', () => {
    expect(() => typeArg('ram_sharde')).toThrow(RangeError);
  });
});
