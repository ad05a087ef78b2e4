/**
 * HYPERVISOR_domctl: what a toolstack's libraries ask of a domain that is there.
 *
 * Source: xen/include/public/domctl.h: `u32 cmd`, `u32 interface_version`, `u16 domain`, and from byte 16 a union. The
 * caller is dom0, as whoever has the socket is.
 */

import { XenError, type Host } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';
import { domainInfoStruct } from './domain-info-struct.js';
import type { CallBy, Prepared } from './call.js';

const DOMCTL_BYTES = 144;
const UNION = 16;

type Domctl = (host: Host, domid: number) => Uint8Array | undefined;

const NOTHING = undefined;

/** What each leaves in the union. */
const DOMCTLS: Readonly<Record<number, Domctl>> = {
  2(host, domid) {
    host.destroyDomain(domid);
    return NOTHING;
  },
  3(host, domid) {
    host.pauseDomain(domid);
    return NOTHING;
  },
  4(host, domid) {
    host.unpauseDomain(domid);
    return NOTHING;
  },
  5: getDomainInfo,
  27(host, domid) {
    host.resumeDomain(domid);
    return NOTHING;
  },
};

export function domctl(
  { host, caller }: CallBy,
  [pointer = 0n]: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  const struct = memory.read(pointer, DOMCTL_BYTES);
  const number = struct.getUint32(0, true);
  const call = DOMCTLS[number];
  if (call === undefined) throw new XenError('ENOSYS', `there is no DOMCTL ${number}`);
  if (caller !== 0) throw new XenError('EPERM', `domain ${caller} is not dom0`);
  return () => {
    const left = call(host, struct.getUint16(8, true));
    if (left !== undefined) memory.write(pointer + BigInt(UNION), left);
    return 0;
  };
}

/** The first domain that has this domid or a higher one: libraries compare it with what they asked for. */
function getDomainInfo(host: Host, domid: number): Uint8Array {
  const found = host.domains.find((domain) => domain.domid >= domid);
  if (found === undefined) throw new XenError('ESRCH', `there is no domain ${domid}, nor above`);
  return domainInfoStruct(found);
}
