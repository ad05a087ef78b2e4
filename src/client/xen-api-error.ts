/** A call that was refused, as the service says it (RFC 9457). */

import type { components } from './api.js';

export type Problem = components['schemas']['Problem'];

export class XenApiError extends Error {
  override readonly name = 'XenApiError';
  /** HTTP's. */
  readonly status: number;
  /** Xen's name of the error; undefined where it is not Xen that refuses. */
  readonly errno: string | undefined;
  /** What the hypercall returned: the errno's number, below 0. */
  readonly rc: number | undefined;
  readonly detail: string | undefined;
  readonly problem: Partial<Problem>;

  constructor(status: number, body: unknown) {
    const problem = isObject(body) ? (body as Partial<Problem>) : {};
    const what = problem.errno ?? problem.type ?? `status ${status}`;
    super(`${what}: ${problem.detail ?? problem.title ?? 'the answer says no more'}`);
    this.status = status;
    this.errno = problem.errno;
    this.rc = problem.rc;
    this.detail = problem.detail;
    this.problem = problem;
  }
}

const isObject = (body: unknown) => typeof body === 'object' && body !== null;
