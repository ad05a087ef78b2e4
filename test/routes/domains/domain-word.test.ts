import { describe, expect, it } from 'vitest';
import {
  describeDomain,
  domainBody,
  domainSpecOf,
} from '../../../src/routes/domains/domain-word.js';
import { DOMAIN } from '../../../src/routes/openapi/examples.js';
import { hostWithRam } from '../../support/host.js';

describe('domainSpecOf', () => {
  it('says in the words of the core what a toolstack asks for', () => {
    const body = domainBody.decode({
      memory_mib: 4,
      memory: [{ first_gfn: '0x200', nr: 512, order: 9 }],
      special_pages: false,
      params: { IOREQ_SERVER_PFN: '0x930' },
    });

    expect(domainSpecOf(body)).toMatchObject({
      type: 'hvm',
      vcpus: 1,
      memoryMib: 4,
      memory: [{ firstGfn: 0x200, nr: 512, order: 9 }],
      specialPages: false,
      params: { IOREQ_SERVER_PFN: 0x930n },
      paused: false,
    });
  });
});

describe('describeDomain', () => {
  it('says of the seeded guest what its example says', () => {
    const { d1 } = hostWithRam(0, {
      name: 'xengt-guest',
      memory: undefined,
      memoryMib: 64,
      specialPages: true,
    });

    expect(describeDomain(d1)).toEqual(DOMAIN);
  });

  it('says only of those knobs what they are that differ from the profile', () => {
    const { d1 } = hostWithRam(1, { knobs: { null_owner: 'unhandleable', claim_required: true } });

    expect(describeDomain(d1)['knobs']).toEqual({ null_owner: 'unhandleable' });
  });
});
