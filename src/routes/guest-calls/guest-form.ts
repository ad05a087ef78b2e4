/** An operation as a guest calls it: its struct in guest memory, and what it returns in a register. */

import type { Domain, GuestCall, Host } from '../../hypervisor/index.js';
import type { CStruct } from '../wire/c-struct.js';
import { GuestBuffer } from './guest-buffer.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { issueDecoded, type Request } from '../calls/issue.js';
import { returnCodeOf } from '../problems/return-code.js';
import { readable } from '../definition/second-buffer.js';
import type { Answer, Teller } from '../definition/teller.js';

/** Who calls what, with which argument. */
export interface Called {
  readonly host: Host;
  readonly caller: Domain;
  readonly call: GuestCall;
  readonly pointer: bigint;
}

export interface GuestForm {
  readonly form: HypercallForm;
  readonly struct: CStruct;
  /** Where in the struct its domain is named; undefined: it is about the caller. */
  readonly domidAt?: number;
  /** What the definition wants that is not in the struct itself. */
  readonly request?: (struct: DataView, called: Called) => Answer;
  /** What it returns, if not 0. */
  readonly returns?: (response: Answer) => number;
}

/** Its return code; what Xen would have written is in the guest's memory then. */
export function callAsGuest(guestForm: GuestForm, called: Called): number {
  const { form, struct, domidAt, request, returns = () => 0 } = guestForm;
  const { host, caller, call, pointer } = called;
  const buffer = new GuestBuffer(call, pointer, struct.bytes);
  const rc = returnCodeOf(() => {
    const view = readable(buffer.view, struct.bytes);
    const domid = domidAt === undefined ? caller.domid : view.getUint16(domidAt, true);
    const to = { host, caller: caller.domid, domid, isInGuest: true } as const;
    const asked: Request = {
      ...form.request.decode({}),
      ...struct.load(view, 0),
      ...request?.(view, called),
    };
    return issueDecoded({ form, to, request: asked, tell: inGuest(struct, view, returns) });
  });
  if (typeof rc !== 'number') throw new Error('a call that a guest makes gave way');
  buffer.writeBack();
  return rc;
}

const inGuest = (
  struct: CStruct,
  view: DataView,
  returns: (response: Answer) => number,
): Teller<number> => ({
  nothingDone: () => 0,
  done(response) {
    struct.store(view, 0, response);
    return returns(response);
  },
  stopped: () => {
    throw new Error('a call that a guest makes gave way');
  },
});
