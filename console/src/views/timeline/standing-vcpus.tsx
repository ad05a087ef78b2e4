/** The vcpus that do not get on for another reason than a request, which has a bar. */

import { whyBlocked, type Vcpu } from '../../parts/why-blocked.js';

const MOST_IDS = 16;
/** Not started, or told by a bar. */
const TOLD_ELSEWHERE: readonly Vcpu['state'][] = ['down', 'blocked_in_xen'];

export function StandingVcpus({ vcpus }: { readonly vcpus: readonly Vcpu[] }) {
  const standing = new Map<string, number[]>();
  for (const vcpu of vcpus) {
    const why = TOLD_ELSEWHERE.includes(vcpu.state) ? undefined : whyBlocked(vcpu);
    if (why !== undefined) standing.set(why, [...(standing.get(why) ?? []), vcpu.id]);
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
