/** How a vcpu goes on after Xen has dealt with what stopped it. */

import type { Access } from './access.js';
import { RETRY, type Failure } from './emulator/emulation.js';
import { GP, type Exception, type PendingReason } from './outcome.js';

/** `futile`: as before, and nothing has changed. */
export type Resolution =
  | { readonly kind: 'resume'; readonly futile: boolean }
  /** `isBehind`: the guest had executed all that was asked of it. */
  | { readonly kind: 'inject'; readonly exception: Exception; readonly isBehind?: boolean }
  | { readonly kind: 'wait'; readonly reason: PendingReason }
  | { readonly kind: 'host_panic' };

export const RESUME: Resolution = { kind: 'resume', futile: false };
export const FUTILE: Resolution = { kind: 'resume', futile: true };

/** After an emulation. What cannot be done is #GP for the guest, or is tried from its start. */
export function resolve(
  access: Access,
  failure: Failure | undefined,
  injectsUnhandleable: boolean,
): Resolution {
  switch (failure?.failure) {
    case undefined:
      return RESUME;
    case 'retry':
      if (access.vcpu.blockedInXen === undefined) access.recorder?.record('retry', failure.why);
      return failure.why === RETRY.nullOwner ? FUTILE : RESUME;
    case 'exception':
      return { kind: 'inject', exception: failure.exception };
    case 'host_panic':
      return { kind: 'host_panic' };
    case 'unhandleable':
      if (injectsUnhandleable) return { kind: 'inject', exception: GP };
      access.recorder?.record('retry', RETRY.gaveUp);
      return RESUME;
  }
}

/** An in or out that cannot be done is nothing that a guest could be told. */
export function resolvePort(access: Access, failure: Failure | undefined): Resolution {
  if (failure?.failure !== 'unhandleable') return resolve(access, failure, true);
  access.domain.crash('unexpected status of a port access');
  return RESUME;
}
