/** A device model's two moves, however it is connected: answer requests, and take the next ones. */

import {
  takeBuffered,
  type Host,
  type Ioreq,
  type IoreqServer,
  type PendingRequest,
} from '../../hypervisor/index.js';
import { audible } from '../faults/silence.js';
import { bufferedIoreq, ioreqOf, pendingIoreq, pendingOf } from './ioreq-word.js';
import { array } from '../wire/json-words.js';
import { struct, type StructValue } from '../wire/struct.js';
import { u16, u32, u64 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

export const completion = struct({
  vcpu: u16('Whose request is answered.'),
  seq: optional(u32('Which request: if another one is pending, nothing changes.')),
  data: optional(u64('The value that the guest reads; a write needs none.')),
});

const stale = struct({
  vcpu: u16('The vcpu.'),
  seq: optional(u32('The request that was answered.')),
});

export const exchanged = struct({
  ioreqs: array(pendingIoreq, 'What waits to be answered, what was handed out least often first.'),
  bufioreqs: array(bufferedIoreq, 'What was taken from the buffered ring, the oldest first.'),
  stale: array(stale, 'Completions that answered no pending request.'),
});

export type Completion = StructValue<typeof completion.fields>;

/** What goes to a device model at a time. */
export interface Served {
  readonly ioreqs: readonly PendingRequest[];
  readonly bufioreqs: readonly Ioreq[];
  readonly stale: readonly Completion[];
}

export const NOTHING: Served = { ioreqs: [], bufioreqs: [], stale: [] };

export const describeServed = ({ ioreqs, bufioreqs, stale }: Served) =>
  exchanged.encode({ ioreqs: ioreqs.map(pendingOf), bufioreqs: bufioreqs.map(ioreqOf), stale });

/** Gives the answers; what comes back answered nothing. */
export function complete(
  host: Host,
  { requests, target }: IoreqServer,
  completions: readonly Completion[],
): readonly Completion[] {
  const stale = completions.filter((answer) => !requests.complete(answer.vcpu, answer));
  const domain = host.find(target.domid);
  if (domain !== undefined) host.settle(domain);
  return stale;
}

/** Up to `max` pending requests and as many buffered ones, now with their device model; undefined: there are none. */
export function take(
  host: Host,
  server: IoreqServer,
  max: number,
  isWanted: (request: PendingRequest) => boolean = () => true,
): Served | undefined {
  const { requests } = server;
  const ioreqs = audible(host, server, requests.outstanding())
    .filter(isWanted)
    .toSorted((a, b) => a.delivery - b.delivery)
    .slice(0, max)
    .map(({ vcpu, seq, ioreq }) => ({ vcpu, seq, ioreq, delivery: requests.take(vcpu) }));
  const bufioreqs = takeBuffered(server, max);
  return ioreqs.length + bufioreqs.length === 0 ? undefined : { ioreqs, bufioreqs, stale: [] };
}
