import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import {
  DOMAIN_INFO_BYTES,
  domainInfoStruct,
} from '../../../src/privcmd/hypercalls/domain-info-struct.js';

it('lies as a C compiler lays struct xen_domctl_getdomaininfo', () => {
  const domain = new Host().createDomain({ memoryMib: 4, vcpus: 2 });
  const struct = Buffer.from(domainInfoStruct(domain));

  expect(struct).toHaveLength(DOMAIN_INFO_BYTES);
  expect([struct.readUInt16LE(0), struct.readBigUInt64LE(8), struct.readUInt32LE(64)]).toEqual([
    domain.domid,
    BigInt(domain.pages),
    2,
  ]);
  expect([struct.readUInt32LE(68), struct.readUInt8(96)]).toEqual([1, 48]);
});
