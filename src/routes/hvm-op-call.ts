/**
 * HYPERVISOR_hvm_op: one operation from the struct that its argument points at.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, do_hvm_op(), of 4.8 and since. Of modified_memory and set_mem_type 4.8 keeps
 * where it goes on in the number itself, above its low 8 bits: here nobody sees a continuation, and these bits are 0.
 */

import { XenError, type Knobs } from '../hypervisor/index.js';
import type { Buffers } from './buffers.js';
import type { CStruct } from './c-struct.js';
import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-routes.js';
import { inMemory } from './in-memory.js';
import { issueDecoded, type Addressees } from './issue.js';
import { profileOf } from './profile-of.js';
import { returnCodeOf } from './return-code.js';
import { readable } from './second-buffer.js';

const DOM0 = 0;

const BY_NUMBER = new Map(HYPERCALL_FORMS.hvmop.map((form) => [form.number, form]));

/** What it returns; what Xen would have written is in the buffers then. */
export const callHvmOp = (
  to: Addressees,
  number: number,
  buffers: Buffers,
): number | Promise<number> => returnCodeOf(() => called(to, number, buffers));

function called(to: Addressees, number: number, { nr, all }: Buffers): number | Promise<number> {
  const { knobs } = profileOf(to.host, to.domid, to.host.caller(to.caller ?? DOM0));
  const form = BY_NUMBER.get(number);
  const layout = form?.layout;
  if (form === undefined || layout === undefined || !isThere(form, knobs))
    throw new XenError('ENOSYS', `there is no HVMOP ${number}`);

  const [struct, second] = all;
  if (form.call.hvmop?.takesNull && nr > 0)
    throw new XenError('EINVAL', `${form.call.name} wants a null pointer`);
  const argument = layout.bytes === 0 ? NO_STRUCT : readable(struct, layout.bytes);
  const is = form.call.hvmop?.buffer;
  return issueDecoded(
    form,
    { ...to, domid: domidOf(argument, layout) ?? to.domid, isByNumber: true },
    { ...form.request.decode({}), ...layout.load(argument, 0), ...is?.load(second) },
    inMemory({ layout, base: 0, struct: argument, other: is && { is, buffer: second } }),
  );
}

const NO_STRUCT = new DataView(new ArrayBuffer(0));

/** What device models use has become DMOPs, and what is claimed was first in the patch series. */
function isThere({ isOfDeviceModels, call }: HypercallForm, knobs: Knobs): boolean {
  if (!isOfDeviceModels) return true;
  if (call.name === 'map_mem_type_to_ioreq_server' && !knobs.map_mem_type) return false;
  return knobs.binary_dm_interface === 'hvmop';
}

function domidOf(struct: DataView, { members }: CStruct): number | undefined {
  const domid = members.find(({ name }) => name === 'domid');
  return domid && struct.getUint16(domid.offset, true);
}
