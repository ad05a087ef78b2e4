/**
 * HYPERVISOR_dm_op: one operation from the buffers that a device model hands to Xen.
 *
 * Reference: xen/common/dm.c and xen/arch/x86/hvm/dm.c, do_dm_op() and dm_op(). The order of the checks is contract.
 */

import { XenError, subject, type Knobs } from '../hypervisor/index.js';
import type { Buffers } from './buffers.js';
import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-forms.js';
import { inMemory } from './in-memory.js';
import { isThereByNumber } from './is-there.js';
import { issueDecoded, type Addressees } from './issue.js';
import { notingUnknown } from './journal/note-call.js';
import { profileOf } from './profile-of.js';
import { returnCodeOf } from './return-code.js';
import { readable, type Buffer } from './second-buffer.js';

const MAX_BUFS = 2;

/** struct xen_dm_op: `u32 op`, `u32 pad`, and a union of what the operations have. */
const OP = 0;
const PAD = 4;
const UNION = 8;
const WHOLE = 32;

const BY_NUMBER = new Map(HYPERCALL_FORMS.dmop.map((form) => [form.number, form]));

/** What it returns; what Xen would have written is in the buffers then. */
export const callDmOp = (to: Addressees, buffers: Buffers): number | Promise<number> =>
  returnCodeOf(() => {
    const call = notingUnknown(to.host.journal, 'dmop', to, () => found(to, buffers));
    return call === undefined ? 0 : issueDecoded(call.form, call.to, call.request, call.tell);
  });

/** What is looked at before any buffer is: ENOSYS, ENODATA, E2BIG. */
export function checkBufferCount(nr: number, knobs: Knobs): void {
  if (knobs.binary_dm_interface !== 'dmop')
    throw new XenError('ENOSYS', 'there is no dm_op before Xen 4.9');
  if (nr === 0 && knobs.dm_op_buffer === 'own') throw new XenError('ENODATA', 'there is no buffer');
  if (nr > MAX_BUFS) throw new XenError('E2BIG', `there are ${nr} buffers, not ${MAX_BUFS}`);
}

/** Undefined: nothing is to be done, with success. */
function found(to: Addressees, { nr, all }: Buffers) {
  const caller = to.host.caller(to.caller ?? 0);
  const { knobs } = profileOf(to.host, to.domid, caller);
  checkBufferCount(nr, knobs);
  if (subject(to.host, caller, to.domid, 'dm', 'dmop') === undefined) return undefined;

  const [first, second = nr < MAX_BUFS ? NOTHING : undefined] = all;
  const { form, struct } = FINDERS[knobs.dm_op_buffer](first, knobs);
  const { layout } = form;
  if (layout === undefined) throw new XenError('EOPNOTSUPP', `${form.call.name} has no struct`);
  const { buffer: is, buffersWanted = wantsBoth } = form.call.dmop ?? {};
  if (is !== undefined && nr < buffersWanted(knobs))
    throw new XenError('EINVAL', `${form.call.name} wants two buffers`);

  const loaded = layout.load(struct, UNION);
  const request = is === undefined ? loaded : { ...loaded, ...is.load(second) };
  const other = is && { is, buffer: second };
  return {
    form,
    to: { isByNumber: true, ...to } as const,
    request,
    tell: inMemory({ layout, base: UNION, struct, continuation: form.call.continuation, other }),
  };
}

const wantsBoth = () => MAX_BUFS;

/** What a buffer holds that was not given. */
const NOTHING = new DataView(new ArrayBuffer(0));

interface Found {
  readonly form: HypercallForm;
  readonly struct: DataView;
}

type Finder = (buffer: Buffer, knobs: Knobs) => Found;

const FINDERS: Readonly<Record<Knobs['dm_op_buffer'], Finder>> = {
  whole(buffer, knobs) {
    const struct = readable(buffer, WHOLE);
    checkPad(struct);
    return { form: known(struct, knobs), struct };
  },
  own(buffer, knobs) {
    const struct = readable(buffer, UNION);
    const op = struct.getUint32(OP, true);
    if (op > knobs.dm_ops) throw unknown(op);
    readable(struct, UNION + (BY_NUMBER.get(op)?.layout?.bytes ?? 0));
    checkPad(struct);
    return { form: known(struct, knobs), struct };
  },
};

function checkPad(struct: DataView): void {
  const pad = struct.getUint32(PAD, true);
  if (pad !== 0) throw new XenError('EINVAL', `pad is ${pad}, not 0`);
}

function known(struct: DataView, knobs: Knobs): HypercallForm {
  const op = struct.getUint32(OP, true);
  const form = BY_NUMBER.get(op);
  if (form === undefined || !isThereByNumber(form, knobs)) throw unknown(op);
  return form;
}

const unknown = (op: number) => new XenError('EOPNOTSUPP', `there is no DMOP ${op}`);
