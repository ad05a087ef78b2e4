/** What a hypercall returns: 0 or above, or the negated number of an error. */

import { XenError } from '../../hypervisor/index.js';

/** A promise comes back only of a call that gave way. */
export function returnCodeOf(call: () => number | Promise<number>): number | Promise<number> {
  try {
    const rc = call();
    return typeof rc === 'number' ? rc : rc.catch(rcOfRefusal);
  } catch (error) {
    return rcOfRefusal(error);
  }
}

/** What a refusal by Xen returns; any other error is thrown on. */
export function rcOfRefusal(error: unknown): number {
  if (error instanceof XenError) return error.rc;
  throw error;
}
