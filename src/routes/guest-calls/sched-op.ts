/**
 * HYPERVISOR_sched_op as a guest calls it: it shuts itself down, or another that is its to.
 *
 * Reference: xen/common/sched/core.c, do_sched_op(). To yield and to block are nothing that anybody would see here.
 */

import {
  DOMID_SELF,
  ERRNO,
  XenError,
  remoteShutdown,
  requirePrivilege,
} from '../../hypervisor/index.js';
import { GuestBuffer } from './guest-buffer.js';
import { returnCodeOf } from '../problems/return-code.js';
import { readable } from '../definition/second-buffer.js';
import type { Called } from './guest-form.js';

const REASON_AT = 4;

type Operation = (called: Called, argument: (bytes: number) => DataView) => void;

const OPERATIONS: Readonly<Record<number, Operation>> = {
  /** SCHEDOP_yield. */
  0: () => undefined,
  /** SCHEDOP_shutdown: the call never comes back. */
  2({ caller }, argument) {
    remoteShutdown(caller, argument(4).getUint32(0, true));
  },
  /** SCHEDOP_remote_shutdown. */
  4({ host, caller }, argument) {
    const struct = argument(8);
    const domid = struct.getUint16(0, true);
    if (domid === caller.domid || domid === DOMID_SELF)
      throw new XenError(
        domid === DOMID_SELF ? 'ESRCH' : 'EPERM',
        'a domain is not remote to itself',
      );
    const domain = host.domain(domid);
    requirePrivilege(host.caller(caller.domid), domid);
    remoteShutdown(domain, struct.getUint32(REASON_AT, true));
  },
};

export function schedOp(called: Called, number: number): number {
  const operation = OPERATIONS[number];
  if (operation === undefined) return -ERRNO.ENOSYS;
  const { call, pointer } = called;
  const argument = (bytes: number) => readable(new GuestBuffer(call, pointer, bytes).view, bytes);
  const rc = returnCodeOf(() => {
    operation(called, argument);
    return 0;
  });
  return typeof rc === 'number' ? rc : 0;
}
