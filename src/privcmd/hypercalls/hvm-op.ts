/** HYPERVISOR_hvm_op, from the struct that its argument points at. */

import { XenError } from '../../hypervisor/index.js';
import { HYPERCALL_FORMS } from '../../routes/forms/hypercall-forms.js';
import { bytesIn } from '../../routes/by-number/buffers.js';
import { callHvmOp } from '../../routes/by-number/hvm-op-call.js';
import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Prepared } from './call.js';

const FORMS = new Map(HYPERCALL_FORMS.hvmop.map((form) => [form.number, form]));

export function hvmOp(
  { host, caller }: CallBy,
  [number = 0n, pointer = 0n]: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  const layout = FORMS.get(Number(number))?.layout;
  if (layout === undefined) throw new XenError('ENOSYS', `there is no HVMOP ${number}`);
  const read = memory.read(pointer, layout.bytes);
  const struct = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  return async () => {
    const bytes = new Uint8Array(struct);
    const view = new DataView(bytes.buffer);
    const rc = await callHvmOp({ host, caller, domid: caller }, Number(number), {
      nr: 1,
      first: bytesIn(view),
      second: undefined,
      end: bytes.length,
    });
    memory.write(pointer, bytes);
    return rc;
  };
}
