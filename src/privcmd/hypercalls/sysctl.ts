/**
 * HYPERVISOR_sysctl: the list of domains, which is how libraries look for one.
 *
 * Source: xen/include/public/sysctl.h, struct xen_sysctl_getdomaininfolist: from byte 8 on `u16 first_domain`,
 * `u32 max_domains`, a pointer to the list, `u32 num_domains`.
 */

import { XenError } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';
import { domainInfoStruct } from './domain-info-struct.js';
import type { CallBy, Prepared } from './call.js';

const SYSCTL_BYTES = 136;
const GETDOMAININFOLIST = 6;
const FIRST = 8;
const MAX = 12;
const LIST = 16;
const COUNT = 24n;

export function sysctl(
  { host }: CallBy,
  [pointer = 0n]: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  const struct = memory.read(pointer, SYSCTL_BYTES);
  const number = struct.getUint32(0, true);
  if (number !== GETDOMAININFOLIST) throw new XenError('ENOSYS', `there is no SYSCTL ${number}`);
  return () => {
    const first = struct.getUint16(FIRST, true);
    const infos = host.domains
      .filter(({ domid }) => domid >= first)
      .slice(0, struct.getUint32(MAX, true))
      .map(domainInfoStruct);
    memory.write(struct.getBigUint64(LIST, true), Buffer.concat(infos));
    memory.write(pointer + COUNT, new Uint8Array(Uint32Array.of(infos.length).buffer));
    return 0;
  };
}
