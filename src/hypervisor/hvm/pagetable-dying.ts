/** HVMOP pagetable_dying: a guest says that it will not use a page table again. Reference: xen/arch/x86/hvm/hvm.c, do_hvm_op(). Only shadow paging would make anything of it. */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import type { Caller } from '../host.js';
import { requirePrivilege } from './privilege.js';

/** Older Xens look at who calls only after all else. */
export function pagetableDying({ domid, hap }: Domain, caller: Caller): void {
  if (hap) throw new XenError('EINVAL', `domain ${domid} has no shadow page tables`);
  requirePrivilege(caller, domid);
}
