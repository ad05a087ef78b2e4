/** The vcpus that do not get on and have no bar that says so. */

import { whyBlocked, type Vcpu } from '../../parts/why-blocked.js';
import type { Request } from './timeline-model.js';

const MOST_IDS = 16;

interface Props {
  readonly vcpus: readonly Vcpu[];
  /** Requests that have a bar. */
  readonly waiting: readonly Request[];
}

export function StandingVcpus({ vcpus, waiting }: Props) {
  const standing = new Map<string, number[]>();
  for (const vcpu of vcpus) {
    const why = whyBlocked(vcpu);
    const asks = vcpu.state === 'blocked_in_xen';
    const isTold = asks && waiting.some((one) => one.vcpu === vcpu.id);
    if (why === undefined || vcpu.state === 'down' || isTold) continue;
    const says = asks ? `${why}, since before what is remembered` : why;
    standing.set(says, [...(standing.get(says) ?? []), vcpu.id]);
  }
  return (
    <>
      {[...standing].map(([why, ids]) => (
        <p key={why} class="warn">
          vcpu {ids.slice(0, MOST_IDS).join(', ')}
          {ids.length > MOST_IDS && ` and ${ids.length - MOST_IDS} more`}: {why}.
        </p>
      ))}
    </>
  );
}
