import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { createDomain, type CreateDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { CREATE_DOMAIN } from '../../support/host.js';
import { type XenError } from '../../../src/hypervisor/abi/errno.js';

describe('createDomain', () => {
  it('makes a paused domain of that configuration', () => {
    const domain = createDomain(new Host(), 5, {
      ...CREATE_DOMAIN,
      flags: 0x13,
      maxGrantFrames: 4,
    });

    expect(domain).toMatchObject({ domid: 5, type: 'hvm', hap: true, maxVcpus: 2, maxPort: 100 });
    expect([domain.vcpus.length, domain.pages, domain.controllerPauseCount]).toEqual([0, 0, 1]);
    expect([domain.hasXenstore, domain.maxGrantFrames]).toEqual([true, 4]);
  });

  it('looks at flags before anything else, and at the cpupool last', () => {
    const refused = (request: Partial<CreateDomain>) => {
      try {
        createDomain(new Host(), 5, { ...CREATE_DOMAIN, ...request });
        return 'ok';
      } catch (error) {
        return (error as XenError).errno;
      }
    };

    expect(refused({ flags: 0x100, emulationFlags: 0, cpupoolId: 9 })).toBe('EINVAL');
    expect(refused({ emulationFlags: 0, cpupoolId: 9 })).toBe('EOPNOTSUPP');
    expect(refused({ cpupoolId: 9 })).toBe('ESRCH');
  });

  it('makes of a domain whose only hardware is its local APIC one that has no more', () => {
    const request = { ...CREATE_DOMAIN, emulationFlags: 1 };

    expect(createDomain(new Host(), 5, request).emulation).toBe('lapic');
  });
});
