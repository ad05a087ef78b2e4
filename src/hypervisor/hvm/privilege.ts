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
 * `target`: the domain itself as well. `hvm_target`: likewise, but strangers learn whether it is
 * HVM. `own`: whoever calls, about itself, and in older Xens about others. `self`: whoever calls,
 * about itself, with no domain named.
 */
export type CallerClass = 'dm' | 'target' | 'hvm_target' | 'own' | 'self';

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
  return ANY_SUBJECT[callers](host, caller, domid);
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

const ANY_SUBJECT: Readonly<
  Record<Exclude<CallerClass, 'dm'>, (host: Host, caller: Caller, domid: number) => Domain>
> = {
  target(host, caller, domid) {
    const named = anyDomain(host, caller, domid);
    requirePrivilege(caller, named.domid);
    return hvmDomain(named);
  },
  hvm_target(host, caller, domid) {
    const domain = hvmDomain(anyDomain(host, caller, domid));
    requirePrivilege(caller, domain.domid);
    return domain;
  },
  own(host, caller, domid) {
    const named = anyDomain(host, caller, domid);
    const { knobs } = (named.domain ?? host).profile;
    if (named.domid !== caller.domid && knobs.pagetable_dying_of_others === 'EOPNOTSUPP')
      throw new XenError('EOPNOTSUPP', `domain ${named.domid} is not the caller's own`);
    return hvmDomain(named);
  },
  self: (host, caller) => hvmDomain(anyDomain(host, caller, DOMID_SELF)),
};

interface Named {
  readonly domid: number;
  /** Undefined: it is dom0. */
  readonly domain: Domain | undefined;
}

function anyDomain(host: Host, caller: Caller, named: number): Named {
  const domid = named === DOMID_SELF ? caller.domid : named;
  const domain = host.find(domid);
  if (domain === undefined && domid !== DOM0)
    throw new XenError('ESRCH', `there is no domain ${domid}`);
  return { domid, domain };
}

function hvmDomain({ domid, domain }: Named): Domain {
  if (domain?.isHvm !== true) throw new XenError('EINVAL', `domain ${domid} is not HVM`);
  return domain;
}

/** For what is of no concern to a stranger: EPERM. */
export function requirePrivilege(caller: Caller, domid: number): void {
  if (caller.domid === domid || caller.domid === DOM0 || caller.domain?.target === domid) return;
  throw new XenError('EPERM', `domain ${caller.domid} is not the device model of domain ${domid}`);
}
