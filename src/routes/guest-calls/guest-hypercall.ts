/**
 * Hypercalls that a guest makes by VMCALL, its arguments in registers and in its memory: memory, event channel, sched,
 * HVM and device-model operations by number, which take here as long as they take.
 *
 * Reference: xen/arch/x86/hvm/hypercall.c; hvm.c, do_hvm_op(); dm.c, do_dm_op().
 */

import {
  ERRNO,
  XenError,
  type Domain,
  type GuestCall,
  type GuestHypercall,
  type Host,
} from '../../hypervisor/index.js';
import { NO_BUFFERS, bytesIn } from '../by-number/buffers.js';
import { callDmOp, checkBufferCount } from '../by-number/dm-op-call.js';
import { GuestBuffer } from './guest-buffer.js';
import { eventChannelOp } from './event-channel-op.js';
import type { Called } from './guest-form.js';
import { memoryOp } from './memory-op.js';
import { schedOp } from './sched-op.js';
import { callHvmOp, hvmOpOf } from '../by-number/hvm-op-call.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import type { Addressees } from '../calls/issue.js';
import { profileOf } from '../definition/profile-of.js';

const MEMORY_OP = 12;
const SCHED_OP = 29;
const EVENT_CHANNEL_OP = 32;
const HVM_OP = 34;
const DM_OP = 41;

/** struct xen_dm_op_buf: a pointer and a length. */
const BUF_BYTES = 16;
const BUF_SIZE = 8;
/** As much as any operation takes of what is longer. */
const MOST_BYTES = 2 ** 20;

type Handler = (host: Host, caller: Domain, call: GuestCall) => number;

/** Calls whose operation is a number in the first argument, and whose second points at a struct. */
const byStruct =
  (operate: (called: Called, number: number) => number): Handler =>
  (host, caller, call) => {
    const [op = 0n, pointer = 0n] = call.args;
    return operate({ host, caller, call, pointer }, Number(op & 0xffff_ffffn));
  };

const HYPERCALLS: Readonly<Record<number, Handler>> = {
  [MEMORY_OP]: byStruct(memoryOp),
  [SCHED_OP]: byStruct(schedOp),
  [EVENT_CHANNEL_OP]: byStruct(eventChannelOp),
  [HVM_OP]: hvmOp,
  [DM_OP]: dmOp,
};

export const guestHypercalls =
  (host: Host): GuestHypercall =>
  (caller, call) => {
    try {
      return HYPERCALLS[call.number]?.(host, caller, call) ?? -ERRNO.ENOSYS;
    } catch (error) {
      if (error instanceof XenError) return error.rc;
      throw error;
    }
  };

function hvmOp(host: Host, caller: Domain, call: GuestCall): number {
  const [op = 0n, pointer = 0n] = call.args;
  const form = hvmOpOf(Number(op), caller.profile.knobs);
  if (form?.layout === undefined) return -ERRNO.ENOSYS;

  const to = addressed(host, caller, caller.domid);
  if (form.call.hvmop?.takesNull && pointer === 0n)
    return outcome(callHvmOp(to, Number(op), NO_BUFFERS));
  const struct = new GuestBuffer(call, pointer, form.layout.bytes);
  const behind = pointedAt(call, form, struct);
  const buffers = { nr: 1, first: bytesIn(struct.view), second: behind?.view, end: 0 };
  const rc = outcome(callHvmOp(to, Number(op), buffers));
  behind?.writeBack();
  struct.writeBack();
  return rc;
}

/** What the struct's own pointer points at, if it has one. */
function pointedAt(
  call: GuestCall,
  { layout, call: { hvmop } }: HypercallForm,
  { view }: GuestBuffer,
): GuestBuffer | undefined {
  if (layout === undefined || view === undefined || view.byteLength < layout.bytes)
    return undefined;
  const member = layout.members.find(({ name }) => hvmop?.buffer?.fields.includes(name));
  if (member === undefined) return undefined;
  return new GuestBuffer(call, view.getBigUint64(member.offset, true), MOST_BYTES);
}

function dmOp(host: Host, caller: Domain, call: GuestCall): number {
  const [named = 0n, count = 0n, pointer = 0n] = call.args;
  const domid = Number(named & 0xffffn);
  const nr = Number(count & 0xffff_ffffn);
  checkBufferCount(nr, profileOf(host, domid, host.caller(caller.domid)).knobs);

  const buffers = dmOpBuffers(call, pointer, nr);
  const [first, other] = buffers;
  const second = other?.buffer.whole(other.bytes);
  const given = { nr, first: bytesIn(first?.buffer.view), second, end: 0 };
  const rc = outcome(callDmOp(addressed(host, caller, domid), given));
  for (const { buffer } of buffers.toReversed()) buffer.writeBack();
  return rc;
}

function dmOpBuffers(call: GuestCall, pointer: bigint, nr: number) {
  const array = new GuestBuffer(call, pointer, nr * BUF_BYTES).whole(nr * BUF_BYTES);
  if (array === undefined) throw new XenError('EFAULT', 'the array of buffers cannot be read');
  return Array.from({ length: nr }, (_, index) => {
    const at = index * BUF_BYTES;
    const size = array.getBigUint64(at + BUF_SIZE, true);
    const bytes = size > BigInt(MOST_BYTES) ? MOST_BYTES : Number(size);
    return { bytes, buffer: new GuestBuffer(call, array.getBigUint64(at, true), bytes) };
  });
}

const addressed = (host: Host, { domid: caller }: Domain, domid: number): Addressees => ({
  host,
  caller,
  domid,
  isInGuest: true,
});

function outcome(rc: number | Promise<number>): number {
  if (typeof rc === 'number') return rc;
  throw new Error('a call that a guest makes gave way');
}
