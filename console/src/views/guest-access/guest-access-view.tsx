/** Be the guest: one access or instruction, and every step that hardware, Xen and device models take for it. */

import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { place } from '../../navigation.js';
import { DomainChoice, useChosenDomain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { AccessForm } from './access-form.js';
import type { AccessBody } from './access-fields.js';
import { AccessTrace } from './access-trace.js';
import './guest-access.css';

const IN_THE_BACKGROUND = { prefer: 'respond-async' };

export function GuestAccessView() {
  const chosen = useChosenDomain();
  const { domain } = chosen;
  const id = useSignal<number | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);

  const access = async (domid: number, body: AccessBody) => {
    try {
      const params = { path: { domid }, header: IN_THE_BACKGROUND };
      const answer = await answerOf(
        api.value.POST('/domains/{domid}/guest-access', { params, body }),
      );
      id.value = answer.id;
      error.value = undefined;
    } catch (thrown) {
      error.value = (thrown as Error).message;
    }
  };

  return (
    <>
      <h1>Guest access</h1>
      <p>
        Do what the guest would do. The access walks the real EPT entries; if a device model has to
        answer, the vcpu waits for it.
      </p>
      <div class="row">
        <DomainChoice {...chosen} />
      </div>
      <ProblemLine error={chosen.error ?? error.value} />
      {domain && (
        <AccessForm
          key={domain.domid}
          vcpus={domain.vcpus}
          asked={place.value.query}
          onSubmit={(body) => void access(domain.domid, body)}
          onProblem={(words) => (error.value = words)}
        />
      )}
      {domain && id.value !== undefined && <AccessTrace domid={domain.domid} id={id.value} />}
    </>
  );
}
