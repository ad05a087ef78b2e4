/** What an actor does, made from what JSON says of it: once for all worlds, then a step in each. */

import {
  AnswerStep,
  GuestStep,
  HypercallStep,
  type Access,
  type DecodeInstruction,
  type PendingRequest,
  type Step,
  type World,
} from '../../hypervisor/index.js';
import { accessRequestOf, describeAccess } from '../guest/access-word.js';
import { guestHypercalls } from '../guest-calls/guest-hypercall.js';
import { formNamed } from '../forms/form-named.js';
import type { Request } from '../calls/issue.js';
import { bufferedIoreq, ioreqOf } from '../device-models/ioreq-word.js';
import type { StepBody } from './explore-word.js';
import { issueTask } from './issue-task.js';

export type Place = Pick<World, 'host' | 'domain'>;

/** A step to be taken in a world. */
export type StepMaker = (place: Place) => Step;

export interface Extras {
  /** Guest accesses keep a trace. */
  readonly traced: boolean;
  /** What executes machine code. */
  readonly decode: DecodeInstruction | undefined;
}

export function stepMaker({ op, args, caller, guest, dm }: StepBody, extras: Extras): StepMaker {
  if (guest !== undefined) return guestMaker(guest, extras);
  if (dm !== undefined) {
    const request = { ioservid: dm.server, data: dm.data };
    return ({ domain }) => new AnswerStep(domain, request, describeAnswer);
  }
  const form = formNamed(op ?? '');
  if (form === undefined) throw new Error(`there is no hypercall ${op}`);
  const request = form.request.decode(args ?? {}) as Request;
  return ({ host, domain: { domid } }) =>
    new HypercallStep(form.call.name, () => issueTask(form, { host, caller, domid }, request));
}

function guestMaker(body: NonNullable<StepBody['guest']>, { traced, decode }: Extras): StepMaker {
  const asked = accessRequestOf(body);
  return (place) => {
    const request = { decode, hypercall: guestHypercalls(place.host), ...asked };
    return new GuestStep(place, request, describeGuest, traced);
  };
}

/** As the access itself would be answered, without what is the same in every schedule. */
function describeGuest(access: Access): Readonly<Record<string, unknown>> {
  const { id: _, vcpu: __, trace: ___, data, ioreqs, ...rest } = describeAccess(access);
  const told: Record<string, unknown> = rest;
  if (data !== null) told['data'] = data;
  if ((ioreqs as readonly unknown[]).length > 0) told['ioreqs'] = ioreqs;
  return told;
}

const describeAnswer = ({ vcpu, ioreq }: PendingRequest): Readonly<Record<string, unknown>> => ({
  outcome: 'answered',
  vcpu,
  ...bufferedIoreq.encode(ioreqOf(ioreq)),
});
