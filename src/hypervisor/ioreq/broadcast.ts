/**
 * Requests that go to every device model: the guest has set its clock, or pages have left the p2m.
 *
 * Reference: xen/common/ioreq.c, ioreq_broadcast().
 */

import { IOREQ_DIR, IOREQ_TYPE, newIoreq, type Ioreq } from '../abi/ioreq.js';
import type { Vcpu } from '../vcpu.js';
import { sendBuffered } from './bufioreq.js';
import type { IoreqServers } from './ioreq-servers.js';
import type { SendResult } from './requests.js';

export type BroadcastResult = SendResult | 'unhandled';

/** IOREQ_TYPE_TIMEOFFSET: the guest's real-time clock has moved by `seconds`. */
export function sendTimeOffset(servers: IoreqServers, vcpu: Vcpu, seconds: bigint): void {
  if (seconds === 0n) return;
  const data = BigInt.asUintN(64, seconds);
  broadcast(servers, vcpu, newIoreq({ type: IOREQ_TYPE.timeoffset, size: 8, data }), true);
}

/** IOREQ_TYPE_INVALIDATE: forget what is mapped of the guest's memory. The vcpu waits for all of them. */
export function sendInvalidate(servers: IoreqServers, vcpu: Vcpu): BroadcastResult[] {
  const all = 2n ** 64n - 1n;
  const { write } = IOREQ_DIR;
  const ioreq = { type: IOREQ_TYPE.invalidate, dir: write, size: 4, count: 0, data: all };
  return broadcast(servers, vcpu, newIoreq(ioreq), false);
}

function broadcast(
  { inOrder, target }: IoreqServers,
  vcpu: Vcpu,
  ioreq: Ioreq,
  buffered: boolean,
): BroadcastResult[] {
  const reached =
    target.profile.knobs.broadcast_to === 'all'
      ? inOrder
      : inOrder.filter((server) => server.enabled && (!buffered || server.isBuffering));
  return reached.map((server) =>
    buffered ? sendBuffered(server, ioreq) : server.send(vcpu, ioreq),
  );
}
