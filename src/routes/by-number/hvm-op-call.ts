/**
 * HYPERVISOR_hvm_op: one operation from the struct that its argument points at.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, do_hvm_op(), of 4.8 and since.
 */

import { DOMID_SELF, XenError, subject, type Knobs } from '../../hypervisor/index.js';
import type { Buffers, Bytes } from './buffers.js';
import type { CStruct } from '../wire/c-struct.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { HYPERCALL_FORMS } from '../forms/hypercall-forms.js';
import { splitNumber } from '../definition/hvm-op-progress.js';
import { InMemory } from './in-memory.js';
import { isThereByNumber } from '../forms/is-there.js';
import { notingUnknown } from '../journal/note-call.js';
import { issueDecoded, type Addressees, type Request } from '../calls/issue.js';
import { profileOf } from '../definition/profile-of.js';
import { returnCodeOf } from '../problems/return-code.js';
import { readable } from '../definition/second-buffer.js';

const DOM0 = 0;

const BY_NUMBER = new Map(HYPERCALL_FORMS.hvmop.map((form) => [form.number, form]));

/** Told by which number a call goes on that has stopped. */
type GoesOn = (number: number) => void;

/** What it returns; what Xen would have written is in the buffers then. */
export const callHvmOp = (
  to: Addressees,
  number: number,
  buffers: Buffers,
  goesOn: GoesOn = () => undefined,
): number | Promise<number> =>
  returnCodeOf(() => {
    const call = notingUnknown(to.host.journal, 'hvmop', to, () =>
      found(to, number, buffers, goesOn),
    );
    return issueDecoded(call);
  });

/** What a number calls, be it anew or to go on; undefined: nothing, ENOSYS. */
export function hvmOpOf(number: number, knobs: Knobs): HypercallForm | undefined {
  const form = BY_NUMBER.get(splitNumber(number, keepsProgress).op);
  return form !== undefined && isThereByNumber(form, knobs) ? form : undefined;
}

function found(to: Addressees, number: number, { nr, first, second }: Buffers, goesOn: GoesOn) {
  const { knobs } = profileOf(to.host, to.domid, to.host.caller(to.caller ?? DOM0));
  const { op, done } = splitNumber(number, keepsProgress);
  const form = hvmOpOf(number, knobs);
  const layout = form?.layout;
  if (form === undefined || layout === undefined)
    throw new XenError('ENOSYS', `there is no HVMOP ${number}`);

  if (form.call.callers === 'self') requireHvmCaller(to);
  if (form.call.hvmop?.takesNull && nr > 0)
    throw new XenError('EINVAL', `${form.call.name} wants a null pointer`);
  const argument = layout.bytes === 0 ? NO_STRUCT : readable(first, layout.bytes);
  const is = form.call.hvmop?.buffer;
  const inStruct: Request = {
    ...form.request.decode({}),
    ...layout.load(argument.view, argument.at),
    ...is?.load(second),
  };
  const { progress } = form.call.hvmop ?? {};
  const tell = new InMemory({
    layout,
    view: argument.view,
    base: argument.at,
    other: is && { is, buffer: second },
    goesOn(rest) {
      if (progress !== undefined) goesOn(op + progress.done(inStruct, rest));
    },
  });
  const domid = domidOf(argument, layout) ?? to.domid;
  return {
    form,
    to: { ...to, domid, isByNumber: true } as const,
    request: done === 0 || progress === undefined ? inStruct : progress.resume(inStruct, done),
    tell,
  };
}

/** What a domain asks about itself: whether it is HVM is looked at before its argument. */
function requireHvmCaller({ host, caller, domid }: Addressees): void {
  subject(host, host.caller(caller ?? domid), DOMID_SELF, 'self', 'hvmop');
}

const keepsProgress = (op: number) => BY_NUMBER.get(op)?.call.hvmop?.progress !== undefined;

const NO_STRUCT: Bytes = { view: new DataView(new ArrayBuffer(0)), at: 0, byteLength: 0 };

function domidOf({ view, at }: Bytes, { members }: CStruct): number | undefined {
  const domid = members.find(({ name }) => name === 'domid');
  return domid && view.getUint16(at + domid.offset, true);
}
