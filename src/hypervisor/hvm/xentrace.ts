/** HVMOP xentrace: a guest writes a record into Xen's trace buffers, which nobody reads here. Reference: xen/arch/x86/hvm/hvm.c, do_hvm_op(). */

import { XenError } from '../abi/errno.js';
import type { Knobs } from '../profile-knobs.js';

/** Bits of an event that say what it is within the guest's class. */
const EVENT_BITS = 12;
export const MAX_EXTRA_BYTES = 28;

export interface TraceRecord {
  readonly event: number;
  readonly extraBytes: number;
}

export function checkTraceRecord(
  { event, extraBytes }: TraceRecord,
  knobs: Pick<Knobs, 'xentrace_whole_words'>,
): void {
  if (extraBytes > MAX_EXTRA_BYTES || (knobs.xentrace_whole_words && extraBytes % 4 !== 0))
    throw new XenError('EINVAL', `a record cannot have ${extraBytes} further bytes`);
  if (event >>> EVENT_BITS !== 0)
    throw new XenError('EINVAL', `event ${event} has more than ${EVENT_BITS} bits`);
}
