/**
 * Hypercalls that a guest makes by VMCALL, its arguments in registers and in its memory.
 *
 * Reference: xen/arch/x86/hvm/hypercall.c; hvm.c, do_hvm_op(); dm.c, do_dm_op(). Of HVMOPs there is
 * get_mem_type; of a DMOP what comes before the operation itself.
 */

import {
  ERRNO,
  XenError,
  getMemType,
  subject,
  type Domain,
  type GuestCall,
  type GuestHypercall,
  type Host,
} from '../hypervisor/index.js';

const HVM_OP = 34;
const DM_OP = 41;

type Handler = (host: Host, caller: Domain, call: GuestCall) => number;

/** struct xen_hvm_get_mem_type: u16 domid, u16 mem_type, u16 pad[2], u64 pfn. */
const MEM_TYPE = { bytes: 16, domid: 0, memType: 2, pfn: 8 } as const;
/** struct xen_dm_op_buf: a pointer and a length. */
const BUF_BYTES = 16;
const MAX_BUFS = 2;

const HYPERCALLS: Readonly<Record<number, Handler>> = { [HVM_OP]: hvmOp, [DM_OP]: dmOp };
const HVMOPS: Readonly<Record<number, Handler>> = { 15: getMemTypeByGuest };

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
  const op = Number(argument(call, 0) & 0xffff_ffffn);
  return HVMOPS[op]?.(host, caller, call) ?? -ERRNO.ENOSYS;
}

function getMemTypeByGuest(host: Host, caller: Domain, call: GuestCall): number {
  const pointer = argument(call, 1);
  const { bytes, view } = copyIn(call, pointer, MEM_TYPE.bytes);
  const domid = view.getUint16(MEM_TYPE.domid, true);
  const domain = subject(host, host.caller(caller.domid), domid, 'target', 'hvmop');
  if (domain === undefined) return 0;
  const pfn = Number(view.getBigUint64(MEM_TYPE.pfn, true));
  view.setUint16(MEM_TYPE.memType, getMemType(domain.p2m, pfn), true);
  return call.write(pointer, bytes) ? 0 : -ERRNO.EFAULT;
}

function dmOp(host: Host, caller: Domain, call: GuestCall): number {
  const nrBufs = Number(argument(call, 1) & 0xffff_ffffn);
  if (nrBufs === 0) return -ERRNO.ENODATA;
  if (nrBufs > MAX_BUFS) return -ERRNO.E2BIG;
  copyIn(call, argument(call, 2), nrBufs * BUF_BYTES);
  const domid = Number(argument(call, 0) & 0xffffn);
  subject(host, host.caller(caller.domid), domid, 'dm', 'dmop');
  return -ERRNO.EOPNOTSUPP;
}

const argument = ({ args }: GuestCall, index: number): bigint => args[index] ?? 0n;

function copyIn(call: GuestCall, pointer: bigint, length: number) {
  const bytes = call.read(pointer, length);
  if (bytes === undefined) throw new XenError('EFAULT', 'the argument cannot be read');
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, length) };
}
