/** Which domain a view is about: the one in the address, or else the first. */

import { answerOf } from '../../../src/client/answer-of.js';
import { api, type Answer } from '../api.js';
import { useLive, type Live } from '../live/use-live.js';
import { goTo, hostName, place } from '../navigation.js';

export type Domain = Answer<'listDomains'>['domains'][number];

export interface ChosenDomain {
  readonly domains: readonly Domain[];
  /** Undefined while there is none. */
  readonly domain: Domain | undefined;
  readonly error: string | undefined;
  readonly refresh: () => void;
}

export function useDomains(): Live<readonly Domain[]> {
  return useLive(
    async (signal) => (await answerOf(api.value.GET('/domains', { signal }))).domains,
    ({ kind }) => kind !== 'evtchn' && kind !== 'vmentry',
    [hostName.value],
  );
}

export function useChosenDomain(): ChosenDomain {
  const { value, error, refresh } = useDomains();
  const domains = value.value ?? [];
  const { domid } = place.value;
  const domain = domid === undefined ? domains[0] : domains.find((one) => one.domid === domid);
  return { domains, domain, error: error.value, refresh };
}

export function DomainChoice({ domains, domain }: Pick<ChosenDomain, 'domains' | 'domain'>) {
  return (
    <label>
      Domain{' '}
      <select
        value={domain?.domid}
        onChange={({ currentTarget }) => goTo({ domid: Number(currentTarget.value) })}
      >
        {domains.map(({ domid, name }) => (
          <option key={domid} value={domid}>
            d{domid} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
