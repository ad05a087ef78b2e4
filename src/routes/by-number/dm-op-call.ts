/**
 * HYPERVISOR_dm_op: one operation from the buffers that a device model hands to Xen.
 *
 * Reference: xen/common/dm.c and xen/arch/x86/hvm/dm.c, do_dm_op() and dm_op(). The order of the checks is contract.
 */

import { XenError, subject, type Knobs } from '../../hypervisor/index.js';
import type { Buffers, Bytes } from './buffers.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { HYPERCALL_FORMS } from '../forms/hypercall-forms.js';
import { InMemory } from './in-memory.js';
import { isThereByNumber } from '../forms/is-there.js';
import { issueDecoded, type Addressees, type Issued } from '../calls/issue.js';
import { noteUnknown } from '../journal/note-call.js';
import { profileOf } from '../definition/profile-of.js';
import { rcOfRefusal } from '../problems/return-code.js';
import { readable } from '../definition/second-buffer.js';

const DOM0 = 0;
const MAX_BUFS = 2;

/** struct xen_dm_op: `u32 op`, `u32 pad`, and a union of what the operations have. */
const OP = 0;
const PAD = 4;
const UNION = 8;
/** How much of it is copied before it is known which operation it is. */
const COPIED: Readonly<Record<Knobs['dm_op_buffer'], number>> = { whole: 32, own: UNION };

const BY_NUMBER = new Map(HYPERCALL_FORMS.dmop.map((form) => [form.number, form]));

/** What it returns; what Xen would have written is in the buffers then. A promise comes back only of a call that gave way. */
export function callDmOp(to: Addressees, buffers: Buffers): number | Promise<number> {
  try {
    const call = found(to, buffers);
    if (call === undefined) return 0;
    const rc = issueDecoded(call);
    return typeof rc === 'number' ? rc : rc.catch(rcOfRefusal);
  } catch (error) {
    return rcOfRefusal(error);
  }
}

/** What is looked at before any buffer is: ENOSYS, ENODATA, E2BIG. */
export function checkBufferCount(nr: number, knobs: Knobs): void {
  if (knobs.binary_dm_interface !== 'dmop')
    throw new XenError('ENOSYS', 'there is no dm_op before Xen 4.9');
  if (nr === 0 && knobs.dm_op_buffer === 'own') throw new XenError('ENODATA', 'there is no buffer');
  if (nr > MAX_BUFS) throw new XenError('E2BIG', `there are ${nr} buffers, not ${MAX_BUFS}`);
}

/** What is refused before it is found what it calls was a call too. */
function found(to: Addressees, buffers: Buffers): Issued<number> | undefined {
  try {
    return read(to, buffers);
  } catch (error) {
    noteUnknown(to.host.journal, 'dmop', to, error);
    throw error;
  }
}

/** Undefined: nothing is to be done, with success. */
function read(to: Addressees, buffers: Buffers): Issued<number> | undefined {
  const { host, domid } = to;
  const caller = host.caller(to.caller ?? DOM0);
  const { knobs } = profileOf(host, domid, caller);
  checkBufferCount(buffers.nr, knobs);
  if (subject(host, caller, domid, 'dm', 'dmop') === undefined) return undefined;

  const struct = readable(buffers.first, COPIED[knobs.dm_op_buffer]);
  const form = FINDERS[knobs.dm_op_buffer](struct, knobs);
  const { layout, call } = form;
  if (layout === undefined) throw new XenError('EOPNOTSUPP', `${call.name} has no struct`);
  const { view } = struct;
  const base = struct.at + UNION;
  const loaded = layout.load(view, base);
  const other = otherBuffer(form, buffers, knobs);
  return {
    form,
    to: byNumber(to),
    request: other === undefined ? loaded : { ...loaded, ...other.is.load(other.buffer) },
    tell: new InMemory({ layout, view, base, other, continuation: call.continuation }),
  };
}

function byNumber(to: Addressees): Addressees {
  const { host, caller, domid, preemptAfter, isInGuest } = to;
  if (to.isByNumber) return to;
  return { host, caller, domid, preemptAfter, isInGuest, isByNumber: true };
}

function otherBuffer({ call }: HypercallForm, { nr, second }: Buffers, knobs: Knobs) {
  const { buffer: is, buffersWanted = wantsBoth } = call.dmop ?? {};
  if (is === undefined) return undefined;
  if (nr < buffersWanted(knobs)) throw new XenError('EINVAL', `${call.name} wants two buffers`);
  return { is, buffer: nr < MAX_BUFS ? NOTHING : second };
}

const wantsBoth = () => MAX_BUFS;

/** What a buffer holds that was not given. */
const NOTHING = new DataView(new ArrayBuffer(0));

type Finder = (struct: Bytes, knobs: Knobs) => HypercallForm;

const FINDERS: Readonly<Record<Knobs['dm_op_buffer'], Finder>> = {
  whole(struct, knobs) {
    checkPad(struct);
    return known(struct, knobs);
  },
  own(struct, knobs) {
    const op = opOf(struct);
    if (op > knobs.dm_ops) throw unknown(op);
    readable(struct, UNION + (BY_NUMBER.get(op)?.layout?.bytes ?? 0));
    checkPad(struct);
    return known(struct, knobs);
  },
};

function checkPad({ view, at }: Bytes): void {
  const pad = view.getUint32(at + PAD, true);
  if (pad !== 0) throw new XenError('EINVAL', `pad is ${pad}, not 0`);
}

function known(struct: Bytes, knobs: Knobs): HypercallForm {
  const op = opOf(struct);
  const form = BY_NUMBER.get(op);
  if (form === undefined || !isThereByNumber(form, knobs)) throw unknown(op);
  return form;
}

const opOf = ({ view, at }: Bytes): number => view.getUint32(at + OP, true);

const unknown = (op: number) => new XenError('EOPNOTSUPP', `there is no DMOP ${op}`);
