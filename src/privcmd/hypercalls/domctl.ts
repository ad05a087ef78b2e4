/**
 * HYPERVISOR_domctl: what a toolstack's libraries ask of a domain that is there.
 *
 * Source: xen/include/public/domctl.h: `u32 cmd`, `u32 interface_version`, `u16 domain`, and from byte 16 a union. The
 * caller is dom0, as whoever has the socket is.
 */

import { XenError, mapIomem, permitIomem, type Host } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';
import { domainInfoStruct } from './domain-info-struct.js';
import type { CallBy, Prepared } from './call.js';

const DOMCTL_BYTES = 144;
const UNION = 16;
const DOM0 = 0;

/** What it returns, if not 0, and what it leaves in the union. */
interface Outcome {
  readonly rc?: number;
  readonly left?: Uint8Array;
}

type Domctl = (host: Host, domid: number, struct: DataView) => Outcome;

const DONE: Outcome = {};

const DOMCTLS: Readonly<Record<number, Domctl>> = {
  2(host, domid) {
    host.destroyDomain(domid);
    return DONE;
  },
  3(host, domid) {
    host.pauseDomain(domid);
    return DONE;
  },
  4(host, domid) {
    host.unpauseDomain(domid);
    return DONE;
  },
  5: getDomainInfo,
  20(host, domid, struct) {
    const [first, nr] = [16, 24].map((at) => struct.getBigUint64(at, true)) as [bigint, bigint];
    const isAllowed = struct.getUint8(32) !== 0;
    permitIomem(host.domain(domid), host.caller(DOM0), { first, nr }, isAllowed);
    return DONE;
  },
  27(host, domid) {
    host.resumeDomain(domid);
    return DONE;
  },
  39: memoryMapping,
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
  if (caller !== DOM0) throw new XenError('EPERM', `domain ${caller} is not dom0`);
  return () => {
    const { rc = 0, left } = call(host, struct.getUint16(8, true), struct);
    if (left !== undefined) memory.write(pointer + BigInt(UNION), left);
    return rc;
  };
}

/** The first domain that has this domid or a higher one: libraries compare it with what they asked for. */
function getDomainInfo(host: Host, domid: number): Outcome {
  const found = host.domains.find((domain) => domain.domid >= domid);
  if (found === undefined) throw new XenError('ESRCH', `there is no domain ${domid}, nor above`);
  return { left: domainInfoStruct(found) };
}

/** It returns 0 once all is done, and else how many frames are. */
function memoryMapping(host: Host, domid: number, struct: DataView): Outcome {
  const gfn = struct.getBigUint64(16, true);
  const frames = { first: struct.getBigUint64(24, true), nr: struct.getBigUint64(32, true) };
  const isAdded = struct.getUint32(40, true) !== 0;
  const done = mapIomem(host.domain(domid), host.caller(DOM0), gfn, frames, isAdded);
  return BigInt(done) === frames.nr ? DONE : { rc: done };
}
