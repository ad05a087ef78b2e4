/** HVMOP pagetable_dying: a guest says that it will not use a page table again. Reference: xen/arch/x86/hvm/hvm.c, do_hvm_op(). Only shadow paging would make anything of it. */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';

/** The envelope of the call has found the domain, and let its device models and dom0 in. */
export function pagetableDying({ domid, hap, profile }: Domain, caller: number): void {
  if (domid !== caller && profile.knobs.pagetable_dying_of_others === 'EOPNOTSUPP')
    throw new XenError('EOPNOTSUPP', `domain ${domid} is not the caller's own`);
  if (hap) throw new XenError('EINVAL', `domain ${domid} has no shadow page tables`);
}
