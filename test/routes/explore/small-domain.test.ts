import { describe, expect, it } from 'vitest';
import { HVM_PARAM, Host } from '../../../src/hypervisor/index.js';
import { smallDomain } from '../../../src/routes/explore/small-domain.js';

describe('smallDomain', () => {
  it('has pages for ioreq servers right above its RAM', () => {
    const domain = new Host().createDomain(smallDomain({ memoryMib: 1 }));

    expect([domain.p2m.maxMappedGfn, domain.params.get(HVM_PARAM.IOREQ_SERVER_PFN)]).toEqual([
      0x107,
      0x100n,
    ]);
  });

  it('takes 4 MiB, extents and parameters as they are said', () => {
    const memory = [{ firstGfn: 0x10, nr: 0x10 }];
    const params = { NR_IOREQ_SERVER_PAGES: 2n };

    expect(smallDomain({}).memory?.[0]).toEqual({ firstGfn: 0, nr: 0x400 });
    expect(smallDomain({ memory, params })).toMatchObject({
      memory: [...memory, { firstGfn: 0x20, nr: 8, order: 0 }],
      params: { IOREQ_SERVER_PFN: 0x20n, NR_IOREQ_SERVER_PAGES: 2n },
    });
  });

  it('leaves a domain alone that says where they are to be', () => {
    for (const specialPages of [true, false])
      expect(smallDomain({ specialPages })).toEqual({ specialPages });
  });
});
