/** How a refusal looks over HTTP (RFC 9457): what each errno means to it, and the problems of our own. */

import {
  ERRNO,
  UnsupportedInstruction,
  VcpuBusy,
  XenBug,
  XenError,
  type Errno,
} from '../../hypervisor/index.js';

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
  /** Where to post to for having what is not there. */
  readonly restore?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
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
  'invalid-request': { status: 400, title: 'Request does not fit its schema' },
  unauthorized: { status: 401, title: 'Not let in' },
  'unsupported-instruction': { status: 422, title: 'Not an instruction that is known here' },
  'malformed-buffers': { status: 400, title: 'Buffers do not fill the body' },
  'not-octets': { status: 415, title: 'Unsupported media type' },
  'no-such-page': { status: 404, title: 'No such page' },
  'vcpu-busy': { status: 409, title: 'The vcpu is in another guest access' },
  'no-such-fault': { status: 404, title: 'No such fault rule' },
  'no-such-access': { status: 404, title: 'No such guest access' },
  'domain-gone': { status: 410, title: 'The domain was destroyed meanwhile' },
  'too-many-waiting': { status: 429, title: 'Too many requests wait' },
  'too-many-domains': { status: 507, title: 'Too many domains' },
  'no-such-host': { status: 404, title: 'No such host' },
  'no-such-route': { status: 404, title: 'No such route' },
  'host-gone': { status: 410, title: 'The host is gone' },
  'host-not-loaded': { status: 410, title: 'The host is not loaded here' },
  'host-reset': { status: 410, title: 'The host is another one meanwhile' },
  'default-host': { status: 409, title: 'Not of the default host' },
  'too-many-hosts': { status: 507, title: 'Too many hosts' },
  'broken-seed': { status: 400, title: 'Not a seed' },
  'broken-snapshot': { status: 400, title: 'Not a snapshot of this version' },
  'no-such-snapshot': { status: 404, title: 'No such snapshot' },
  'too-many-snapshots': { status: 507, title: 'Too many snapshots' },
  'set-up-failed': { status: 422, title: 'A step was refused' },
  'shutting-down': { status: 503, title: 'The service is ending' },
} as const satisfies Record<string, { status: number; title: string }>;

export type OwnProblem = keyof typeof OWN;

/** What the machine throws beside errnos: each with the problem that it is. */
const OF_ERRORS = [
  { of: XenBug, problem: hostPanic },
  { of: VcpuBusy, problem: (detail: string) => ownProblem('vcpu-busy', detail) },
  {
    of: UnsupportedInstruction,
    problem: (detail: string) => ownProblem('unsupported-instruction', detail),
  },
] as const;

/** The problem that an error is; undefined: it is a mistake of ours. */
export function problemOf(error: Error): Problem | undefined {
  if (error instanceof XenError) return problemOfErrno(error.errno, error.message);
  if (error instanceof ProblemError) return error.problem;
  return OF_ERRORS.find(({ of }) => error instanceof of)?.problem(error.message);
}

export function problemOfErrno(errno: Errno, detail: string): Problem {
  const { status, title } = PROBLEMS[errno];
  return { type: `urn:xen:errno:${errno}`, title, status, detail, errno, rc: -ERRNO[errno] };
}

export function ownProblem(name: OwnProblem, detail: string): Problem {
  return { type: `urn:fakexen:problem:${name}`, ...OWN[name], detail };
}

/** Fields that others of the same body make necessary. */
export const missingFields = (fields: readonly string[]): Problem =>
  invalidFields(fields.map((field) => ({ pointer: `/${field}`, detail: 'is missing' })));

/** Fields that fit their schema and still make no sense. */
export function invalidFields(errors: NonNullable<Problem['errors']>, part = 'body'): Problem {
  const detail = errors.map(({ pointer, detail }) => `${part} ${pointer} ${detail}`).join('; ');
  return { ...ownProblem('invalid-request', detail), errors };
}

/** What would have taken a real host down, and was refused. */
export function hostPanic(detail: string): Problem {
  const title = 'A real host would have panicked';
  return { type: 'urn:fakexen:hazard:host_panic', title, status: 409, detail };
}

export const statusOf = (errno: Errno): number => PROBLEMS[errno].status;
export const ownStatusOf = (name: OwnProblem): number => OWN[name].status;
