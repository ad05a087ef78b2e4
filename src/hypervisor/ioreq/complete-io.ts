/**
 * What a vcpu does about its requests before it runs on: take each answer, or go on waiting.
 *
 * Reference: xen/common/ioreq.c, vcpu_ioreq_handle_completion() and wait_for_io(). A notification
 * only wakes; the state in the slot decides.
 */

import { IOREQ_STATE, needsCompletion, setSlotState, slotData, slotState } from '../abi/ioreq.js';
import type { IoCompletion, Vcpu } from '../vcpu.js';
import type { IoreqServer } from './ioreq-server.js';
import type { IoreqServers } from './ioreq-servers.js';

/** What a read gives when its device model has gone. */
const ALL_ONES = 2n ** 64n - 1n;

export type Completion =
  /** It still waits. */
  | { readonly status: 'blocked' }
  /** A device model has written a state that does not exist. */
  | { readonly status: 'crashed' }
  /** Nothing is awaited; what remains to be done with the instruction. */
  | { readonly status: 'done'; readonly completion: IoCompletion };

/** To be called for a vcpu that may run; it is blocked again if an answer is missing. */
export function completeIo(servers: IoreqServers, vcpu: Vcpu): Completion {
  const { profile, shutdown } = servers.target;
  if (!vcpu.hasIo) return IDLE;
  const { io } = vcpu;
  const { request } = io;
  const isNeeded = needsCompletion(request, profile.knobs.pio_write_completion);

  let wasPending = false;
  for (const server of servers.inOrder) {
    if (!server.requests.isPending(vcpu.id)) continue;
    wasPending = true;
    const answer = takeAnswer(server, vcpu);
    if (typeof answer !== 'bigint') return answer;
    if (isNeeded) request.data = answer;
  }
  if (wasPending || profile.knobs.destroyed_in_flight === 'completes')
    request.state = isNeeded ? IOREQ_STATE.resp_ready : IOREQ_STATE.none;
  shutdown.endDeferral(vcpu);

  const { completion } = io;
  io.completion = 'none';
  return { status: 'done', completion };
}

const IDLE: Completion = { status: 'done', completion: 'none' };

function takeAnswer(server: IoreqServer, vcpu: Vcpu): bigint | Completion {
  const { view } = server.ioreqPage;
  const { requests, target } = server;
  const state = view === undefined ? IOREQ_STATE.none : slotState(view, vcpu.id);
  if (state === IOREQ_STATE.ready || state === IOREQ_STATE.inprocess) {
    vcpu.blockedInXen = { ioservid: server.id, port: requests.portOf(vcpu.id) };
    return { status: 'blocked' };
  }
  const isAnswered = view !== undefined && state === IOREQ_STATE.resp_ready;
  requests.endPending(vcpu.id, isAnswered ? slotData(view, vcpu.id) : undefined);
  if (view === undefined || state === IOREQ_STATE.none) return ALL_ONES;
  if (state !== IOREQ_STATE.resp_ready) {
    target.crash(`ioreq server ${server.id} put state ${state} into the slot of vcpu ${vcpu.id}`);
    return { status: 'crashed' };
  }
  setSlotState(view, vcpu.id, IOREQ_STATE.none);
  return slotData(view, vcpu.id);
}
