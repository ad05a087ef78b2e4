import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/host.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { domainInfo } from '../../../src/hypervisor/hvm/domain-info.js';
import { CREATE_DOMAIN, hostWithRam } from '../../support/host.js';

describe('domainInfo', () => {
  it('says what a domain has and may have', () => {
    const { d1 } = hostWithRam(16, { vcpus: 3 });
    d1.vcpu(1).isDown = true;
    d1.maxPages = 20;

    expect(domainInfo(d1)).toEqual({
      flags: 0xffff_0102,
      totalPages: 16,
      maxPages: 20,
      onlineVcpus: 2,
      maxVcpuId: 2,
    });
  });

  it('has a flag for pauses, shutdown and death', () => {
    const { host, d1 } = hostWithRam(16);

    host.pauseDomain(1);
    expect(domainInfo(d1).flags).toBe(0xffff_010a);
    host.unpauseDomain(1);
    host.shutdownDomain(1, 2);
    expect(domainInfo(d1).flags).toBe(0x0002_0106);
    host.destroyDomain(1);
    expect(domainInfo(d1).flags & 1).toBe(1);
  });

  it('has no highest vcpu of a domain that has none yet', () => {
    const domain = createDomain(new Host(), 5, CREATE_DOMAIN);

    expect(domainInfo(domain)).toMatchObject({ onlineVcpus: 0, maxVcpuId: 0xffff_ffff });
  });

  it('knows PV domains, which begin with nothing', () => {
    const pv = hostWithRam(1).host.createDomain({ type: 'pv' });

    expect(domainInfo(pv)).toMatchObject({ flags: 0xffff_0008, totalPages: 0, maxPages: 0 });
  });
});
