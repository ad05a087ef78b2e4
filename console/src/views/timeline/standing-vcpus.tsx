/** The vcpus that do not get on for another reason than a request, which has a bar. */

import { whyBlocked, type Vcpu } from '../../parts/why-blocked.js';

const MOST = 8;

export function StandingVcpus({ vcpus }: { readonly vcpus: readonly Vcpu[] }) {
  const standing = vcpus.filter(
    (vcpu) => vcpu.state !== 'blocked_in_xen' && vcpu.state !== 'down' && whyBlocked(vcpu),
  );
  return (
    <>
      {standing.slice(0, MOST).map((vcpu) => (
        <p key={vcpu.id} class="warn">
          vcpu {vcpu.id}: {whyBlocked(vcpu)}.
        </p>
      ))}
      {standing.length > MOST && <p class="warn">So do {standing.length - MOST} more.</p>}
    </>
  );
}
