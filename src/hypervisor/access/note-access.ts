/** How a guest access stands, for the journal. */

import { PAGE_SIZE } from '../abi/frames.js';
import { KIND } from '../journal/journal-kinds.js';
import { NOWHERE, type Journal } from '../journal/journal.js';
import { ACCESS_KINDS, type AccessRequest } from './access-request.js';
import { OUTCOMES, PENDING_REASONS, type Outcome, type PendingReason } from './outcome.js';

const NONE = -1;

export interface NotedAccess {
  readonly id: number;
  readonly domain: { readonly domid: number };
  readonly vcpu: { readonly id: number };
  readonly request: AccessRequest;
  readonly outcome: Outcome;
  readonly reason: PendingReason | undefined;
}

export function noteAccess(access: NotedAccess, journal: Journal): void {
  const { id, domain, vcpu, request, outcome, reason } = access;
  const { gpa = NONE, kind, size = 0 } = request;
  const gfn = gpa < 0 ? NOWHERE : Math.floor(gpa / PAGE_SIZE);
  const numberOfReason = reason === undefined ? NONE : PENDING_REASONS.indexOf(reason);
  journal.record(
    KIND.guest_access,
    domain.domid,
    vcpu.id,
    gfn,
    gpa < 0 ? 0 : 1,
    id,
    OUTCOMES.indexOf(outcome),
    numberOfReason,
    ACCESS_KINDS.indexOf(kind),
    gpa,
    size,
  );
}
