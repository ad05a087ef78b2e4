/**
 * Who may do what to which domain: the checks before any hypercall on a domain does its work.
 *
 * Reference: xen/common/domain.c, rcu_lock_remote_domain_by_id() and rcu_lock_domain_by_any_id();
 * xen/include/xsm/dummy.h. The order in which they answer is the hypercall's, and is contract.
 */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import type { Caller, Host } from '../host.js';

export const DOMID_SELF = 0x7ff0;
const DOM0 = 0;

/**
 * Whom a hypercall is for. `dm`: dom0 and the domain's device model, never the domain itself.
 * `target`: the domain itself as well. `self`: whoever calls, about itself.
 */
export type CallerClass = 'dm' | 'target' | 'self';

/** The hypercall by which it comes. */
export type CallEra = 'hvmop' | 'dmop';

/**
 * The domain that a hypercall is about: ESRCH, EPERM for oneself where that is not allowed, EINVAL
 * for one that is not HVM, EPERM. Undefined: the domain is not HVM, and its Xen answers 0 and does
 * nothing.
 */
export function subject(
  host: Host,
  caller: Caller,
  domid: number,
  callers: CallerClass,
  era: CallEra,
): Domain | undefined {
  if (callers === 'dm') return remoteSubject(host, caller, domid, era);
  return anySubject(host, caller, callers === 'self' ? DOMID_SELF : domid);
}

function remoteSubject(
  host: Host,
  caller: Caller,
  domid: number,
  era: CallEra,
): Domain | undefined {
  const domain = host.find(domid);
  if (domain === undefined && domid !== DOM0)
    throw new XenError('ESRCH', `there is no domain ${domid}`);
  if (domid === caller.domid)
    throw new XenError('EPERM', `domain ${domid} may not be its own device model`);
  if (domain?.isHvm !== true) {
    if (era === 'dmop' && domain?.profile.knobs.dm_op_on_non_hvm === 'success') return undefined;
    throw new XenError('EINVAL', `domain ${domid} is not HVM`);
  }
  requirePrivilege(caller, domid);
  return domain;
}

function anySubject(host: Host, caller: Caller, domid: number): Domain {
  const resolved = domid === DOMID_SELF ? caller.domid : domid;
  const domain = host.find(resolved);
  if (domain === undefined && resolved !== DOM0)
    throw new XenError('ESRCH', `there is no domain ${resolved}`);
  if (resolved !== caller.domid) requirePrivilege(caller, resolved);
  if (domain?.isHvm !== true) throw new XenError('EINVAL', `domain ${resolved} is not HVM`);
  return domain;
}

function requirePrivilege(caller: Caller, domid: number): void {
  if (caller.domid === DOM0 || caller.domain?.target === domid) return;
  throw new XenError('EPERM', `domain ${caller.domid} is not the device model of domain ${domid}`);
}
