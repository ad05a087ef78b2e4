/**
 * domain_pause(): from now on no vcpu of the domain enters the guest, and whoever has paused goes on
 * once none is inside an exit handler any more. One that has blocked on a device model is not. Nests.
 *
 * Reference: xen/common/domain.c, domain_pause(), vcpu_sleep_sync().
 */

import type { Task } from './task.js';

export interface Pausable {
  readonly vcpus: readonly { readonly inExit: boolean }[];
  pause(): void;
  unpause(): void;
}

/** The caller has to unpause, whatever happens. */
export function* domainPause(domain: Pausable): Task<void> {
  yield 'domain_pause';
  domain.pause();
  if (!isStill(domain)) yield { point: 'domain_pause', isOpen: () => isStill(domain) };
}

const isStill = ({ vcpus }: Pausable): boolean => vcpus.every(({ inExit }) => !inExit);
