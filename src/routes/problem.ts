/** How a refusal looks over HTTP (RFC 9457): what each errno means to it, and the problems of our own. */

import { ERRNO, type Errno, type XenError } from '../hypervisor/index.js';

// prettier-ignore
const PROBLEMS = {
  EPERM:         { status: 403, title: 'Operation not permitted' },
  ENOENT:        { status: 404, title: 'No such object' },
  ESRCH:         { status: 404, title: 'No such domain' },
  EINTR:         { status: 500, title: 'Interrupted' },
  EIO:           { status: 500, title: 'I/O error' },
  ENXIO:         { status: 422, title: 'No such device or address' },
  E2BIG:         { status: 422, title: 'Argument list too long' },
  EAGAIN:        { status: 503, title: 'Try again' },
  ENOMEM:        { status: 507, title: 'Out of memory' },
  EACCES:        { status: 403, title: 'Permission denied' },
  EFAULT:        { status: 422, title: 'Bad address' },
  EBUSY:         { status: 409, title: 'Resource busy' },
  EEXIST:        { status: 409, title: 'Already exists' },
  EXDEV:         { status: 422, title: 'Cross-device link' },
  ENODEV:        { status: 422, title: 'No such device' },
  EINVAL:        { status: 422, title: 'Invalid argument' },
  ENOSPC:        { status: 507, title: 'No space left' },
  EDOM:          { status: 422, title: 'Argument out of domain' },
  ERANGE:        { status: 422, title: 'Result out of range' },
  ENOSYS:        { status: 501, title: 'No such hypercall' },
  ENOTEMPTY:     { status: 409, title: 'Not empty' },
  ENODATA:       { status: 422, title: 'No data' },
  EOVERFLOW:     { status: 409, title: 'Value too large' },
  EILSEQ:        { status: 422, title: 'Illegal sequence' },
  ERESTART:      { status: 500, title: 'Interrupted and not restarted' },
  EOPNOTSUPP:    { status: 501, title: 'Operation not supported' },
  EADDRNOTAVAIL: { status: 422, title: 'Address not available' },
} as const satisfies Record<Errno, { status: number; title: string }>;

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errno?: Errno;
  readonly rc?: number;
}

/** A refusal of our own, that no errno names. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** What we say where Xen has no say. */
const OWN = {
  'vcpu-busy': { status: 409, title: 'The vcpu is in another guest access' },
  'no-such-access': { status: 404, title: 'No such guest access' },
  'no-such-caller': { status: 422, title: 'No such calling domain' },
  'domain-gone': { status: 410, title: 'The domain was destroyed meanwhile' },
  'shutting-down': { status: 503, title: 'The service is ending' },
} as const satisfies Record<string, { status: number; title: string }>;

export type OwnProblem = keyof typeof OWN;

export const ownProblem = (name: OwnProblem, detail: string): Problem => ({
  type: `urn:fakexen:problem:${name}`,
  ...OWN[name],
  detail,
});

/** What would have taken a real host down, and was refused. */
export const hostPanic = (detail: string): Problem => ({
  type: 'urn:fakexen:hazard:host_panic',
  title: 'A real host would have panicked',
  status: 409,
  detail,
});

export const problemOf = ({ errno, message }: XenError): Problem => problemOfErrno(errno, message);

export function problemOfErrno(errno: Errno, detail: string): Problem {
  const { status, title } = PROBLEMS[errno];
  return { type: `urn:xen:errno:${errno}`, title, status, detail, errno, rc: -ERRNO[errno] };
}

export const statusOf = (errno: Errno): number => PROBLEMS[errno].status;
export const ownStatusOf = (name: OwnProblem): number => OWN[name].status;
