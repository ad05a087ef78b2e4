/** Whether a guest access could begin at all: for one who wants to know before anybody acts. */

import type { Domain } from '../domain.js';
import { Access } from './access.js';
import type { AccessRequest } from './access-request.js';
import { prepare } from './prepare.js';

/** Throws what `beginAccess` would, but for a vcpu that is in another: ENOENT, EINVAL, `UnsupportedInstruction`. */
export function checkAccess(domain: Domain, request: AccessRequest): void {
  const { lastAccessId } = domain;
  try {
    prepare(new Access(domain, domain.vcpu(request.vcpu), request, undefined));
  } finally {
    domain.lastAccessId = lastAccessId;
  }
}
