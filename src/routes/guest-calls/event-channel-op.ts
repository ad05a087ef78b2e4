/**
 * HYPERVISOR_event_channel_op as a guest calls it. Structs: xen/include/public/event_channel.h.
 */

import { ERRNO } from '../../hypervisor/index.js';
import { cStruct, type Member } from '../wire/c-struct.js';
import { UINT16, UINT32, UINT8, uint64As, type CType } from '../wire/c-type.js';
import { HYPERCALL_FORMS } from '../forms/hypercall-forms.js';
import { callAsGuest, type Called, type GuestForm } from './guest-form.js';

const member =
  (of?: Member['of']) =>
  <T>(name: string, type: CType<T>, field = name): Member => ({
    name,
    type: type,
    field,
    ...(of !== undefined && { of }),
  });

const asked = member('request');
const answered = member('response');
const named = member();

const GFN = uint64As();
const DOM = named('dom', UINT16);
const port = [asked('port', UINT32)];

/** By name: what its struct has, and whether a domain is named first. */
const STRUCTS: Readonly<Record<string, readonly Member[]>> = {
  bind_interdomain: [
    asked('remote_dom', UINT16),
    asked('remote_port', UINT32),
    answered('local_port', UINT32),
  ],
  close: port,
  send: port,
  status: [
    DOM,
    asked('port', UINT32),
    answered('status', UINT32),
    answered('vcpu', UINT32),
    answered('remote_dom', UINT16, 'dom'),
    answered('remote_port', UINT32),
  ],
  alloc_unbound: [DOM, asked('remote_dom', UINT16), answered('port', UINT32)],
  bind_vcpu: [asked('port', UINT32), asked('vcpu', UINT32)],
  unmask: port,
  reset: [DOM],
  init_control: [
    asked('control_gfn', GFN),
    asked('offset', UINT32),
    asked('vcpu', UINT32),
    answered('link_bits', UINT8),
    named('pad', UINT8),
  ],
  expand_array: [asked('array_gfn', GFN)],
  set_priority: [asked('port', UINT32), asked('priority', UINT32)],
};

const BY_NUMBER = new Map<number, GuestForm>(
  HYPERCALL_FORMS.evtchn.flatMap((form) => {
    const members = STRUCTS[form.call.name];
    if (members === undefined) return [];
    const isOfOther = members[0] === DOM;
    return [[form.number, { form, struct: cStruct(members), ...(isOfOther && { domidAt: 0 }) }]];
  }),
);

/** EVTCHNOP_reset_cont: it goes on with what the guest's own reset has left. */
const RESET = 10;
const RESET_CONT = 14;

export function eventChannelOp(called: Called, number: number): number {
  const guestForm = BY_NUMBER.get(number === RESET_CONT ? RESET : number);
  return guestForm === undefined ? -ERRNO.ENOSYS : callAsGuest(guestForm, called);
}
