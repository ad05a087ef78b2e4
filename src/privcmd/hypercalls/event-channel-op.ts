/**
 * HYPERVISOR_event_channel_op, for the ports of the caller and of the domains that it builds.
 *
 * Source: xen/include/public/event_channel.h. A device model's own ports come by the evtchn device instead.
 */

import { XenError } from '../../hypervisor/index.js';
import { HYPERCALL_FORMS } from '../../routes/forms/hypercall-forms.js';
import { issue } from '../../routes/calls/issue.js';
import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Prepared } from './call.js';

interface PortOp {
  readonly name: string;
  readonly bytes: number;
  /** Without it the call is about the caller itself. */
  readonly domid?: (struct: DataView) => number;
  readonly body: (struct: DataView) => Readonly<Record<string, unknown>>;
  /** Where the port goes that it answers. */
  readonly portAt?: number;
}

const ofPort = (name: string): PortOp => ({
  name,
  bytes: 4,
  body: (struct) => ({ port: struct.getUint32(0, true) }),
});

const OPS: Readonly<Record<number, PortOp>> = {
  0: {
    name: 'bind_interdomain',
    bytes: 12,
    body: (struct) => ({
      remote_dom: struct.getUint16(0, true),
      remote_port: struct.getUint32(4, true),
    }),
    portAt: 8,
  },
  3: ofPort('close'),
  4: ofPort('send'),
  6: {
    name: 'alloc_unbound',
    bytes: 8,
    domid: (struct) => struct.getUint16(0, true),
    body: (struct) => ({ remote_dom: struct.getUint16(2, true) }),
    portAt: 4,
  },
  9: ofPort('unmask'),
};

const FORMS = new Map(HYPERCALL_FORMS.evtchn.map((form) => [form.call.name, form]));

export function eventChannelOp(
  by: CallBy,
  [number = 0n, pointer = 0n]: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  const op = OPS[Number(number)];
  const form = op && FORMS.get(op.name);
  if (op === undefined || form === undefined)
    throw new XenError('ENOSYS', `there is no EVTCHNOP ${number}`);
  const struct = memory.read(pointer, op.bytes);
  return async () => {
    const domid = op.domid?.(struct) ?? by.caller;
    const answer = await issue(form, { ...by, domid, isByNumber: true }, op.body(struct));
    if (op.portAt !== undefined) {
      const port = Number(answer['local_port'] ?? answer['port']);
      const bytes = new Uint8Array(Uint32Array.of(port).buffer);
      memory.write(pointer + BigInt(op.portAt), bytes);
    }
    return 0;
  };
}
