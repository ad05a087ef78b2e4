/** Guest accesses that hit RAM, in process: no exit, no trace. */

import { gpa, Host, startAccess, type Domain } from '../src/hypervisor/index.js';
import type { Operation } from './measure.js';

const ACCESSES = 200_000;
const FIRST = 0x10_0000;

function domainWithRam(): Domain {
  return new Host().createDomain({ memoryMib: 64, specialPages: false, paused: false });
}

const hits = (
  name: string,
  access: (domain: Domain, address: number) => void,
): Operation<Domain> => ({
  name,
  unit: 'access',
  units: ACCESSES,
  prepare: domainWithRam,
  reusable: true,
  run: (domain) => {
    for (let index = 0; index < ACCESSES; index++) access(domain, FIRST + (index % 4096) * 8);
  },
});

export const GUEST_ACCESSES: readonly Operation<Domain>[] = [
  hits('guest write of 8 bytes that hits RAM', (domain, address) => {
    startAccess(domain, { vcpu: 0, kind: 'write', gpa: gpa(address), size: 8, data: 1n });
  }),
  hits('guest read of 8 bytes that hits RAM', (domain, address) => {
    startAccess(domain, { vcpu: 0, kind: 'read', gpa: gpa(address), size: 8 });
  }),
];
