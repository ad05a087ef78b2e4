/** Requests to a device model that a rule holds back: each is asked about once, as it would be delivered first. */

import type { Host, IoreqServer, PendingRequest } from '../../hypervisor/index.js';
import { faultOfOurs } from './strike.js';

/** Of a request that was asked about. */
interface Verdict {
  /** Undefined: no rule struck it. */
  readonly rule: number | undefined;
  /** By the clock of the process, in milliseconds. */
  readonly until: number;
}

/** By the number of the request; only of those that have no answer yet. */
const VERDICTS = new WeakMap<IoreqServer, Map<number, Verdict>>();

/** The requests that are not held back. */
export function audible(
  host: Host,
  server: IoreqServer,
  outstanding: readonly PendingRequest[],
): readonly PendingRequest[] {
  if (host.faults.isEmpty) return outstanding;
  const verdicts = new Map<number, Verdict>();
  const before = VERDICTS.get(server);
  VERDICTS.set(server, verdicts);
  return outstanding.filter(({ seq, vcpu, delivery }) => {
    const verdict = before?.get(seq) ?? (delivery === 0 ? judge(host, server, vcpu) : HEARD);
    verdicts.set(seq, verdict);
    const { rule, until } = verdict;
    return rule === undefined || performance.now() >= until || !host.faults.find(rule);
  });
}

/** Those who wait for requests look again: rules have gone. */
export function lookAgain(host: Host): void {
  for (const domain of host.domains)
    for (const { id } of domain.ioreqServers.inOrder) tell(host, domain.domid, id, 0);
}

const HEARD: Verdict = { rule: undefined, until: 0 };

function judge(host: Host, { id, target }: IoreqServer, vcpu: number): Verdict {
  const { domid } = target;
  const call = { domid, ioservid: id };
  const rule = faultOfOurs(host, 'exchange', call, ({ silenceMs }) => silenceMs !== undefined);
  if (rule === undefined) return HEARD;
  const { silenceMs: ms = Infinity } = rule.spec.effect;
  if (ms !== Infinity) setTimeout(() => tell(host, domid, id, vcpu), ms + 1).unref();
  return { rule: rule.id, until: performance.now() + ms };
}

function tell(host: Host, domid: number, ioservid: number, vcpu: number): void {
  host.onEvent({ type: 'ioreq', domid, ioservid, vcpu });
}
