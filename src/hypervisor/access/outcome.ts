/**
 * What can befall a guest access. All of it happens to the guest and is no error of the caller's,
 * so all of it is a value: a domain that crashed answered the request that crashed it.
 */

export const OUTCOMES = [
  'completed',
  'pending',
  /** An exception entered the guest: Xen's, or the processor's own. */
  'injected',
  /** A monitor has been told, and has to let the vcpu go on: then the access does. */
  'monitor_event',
  'domain_crash',
  /** A real host would have gone down; here nothing was changed. */
  'host_panic',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export const PENDING_REASONS = [
  /** A device model has the request. */
  'ioreq',
  /** The access faults again and again until something else changes. */
  'refaulting',
  /** The domain or the vcpu does not run: paused, shut down, crashed. */
  'paused',
  /** A listener has to answer an event first. */
  'event',
] as const;

export type PendingReason = (typeof PENDING_REASONS)[number];

export interface Exception {
  readonly vector: number;
  /** Only of vectors that push one. */
  readonly error?: number;
  /** The linear address that a page fault leaves in CR2. */
  readonly cr2?: bigint;
}

export const UD: Exception = { vector: 6 };
export const GP: Exception = { vector: 13, error: 0 };

export type ExitReason = 'EPT_VIOLATION' | 'EPT_MISCONFIG' | 'IO';

/** A VM exit that the access caused. */
export interface Exit {
  readonly reason: ExitReason;
  readonly gpa?: number;
  readonly qualification?: number;
  readonly port?: number;
}
