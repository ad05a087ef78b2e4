import { describe, expect, it } from 'vitest';
import { XenError, type Errno } from '../../../src/hypervisor/index.js';
import {
  ProblemError,
  hostPanic,
  ownProblem,
  ownStatusOf,
  problemOf,
  statusOf,
} from '../../../src/routes/problems/problem.js';

describe('problemOf', () => {
  it('says the errno in every way that a client may want it', () => {
    expect(problemOf(new XenError('EBUSY', 'server 0 owns the type'))).toEqual({
      type: 'urn:xen:errno:EBUSY',
      title: 'Resource busy',
      status: 409,
      detail: 'server 0 owns the type',
      errno: 'EBUSY',
      rc: -16,
    });
  });

  // prettier-ignore
  it.each([
    [403, ['EPERM', 'EACCES']],
    [404, ['ENOENT', 'ESRCH']],
    [409, ['EBUSY', 'EEXIST', 'EOVERFLOW', 'ENOTEMPTY']],
    [422, ['EINVAL', 'ERANGE', 'EFAULT', 'E2BIG', 'ENODATA', 'EXDEV', 'ENODEV', 'ENXIO', 'EDOM', 'EILSEQ', 'EADDRNOTAVAIL']],
    [500, ['EIO', 'EINTR', 'ERESTART']],
    [501, ['ENOSYS', 'EOPNOTSUPP']],
    [503, ['EAGAIN']],
    [507, ['ENOMEM', 'ENOSPC']],
  ] as const)('answers %s for %s', (status, errnos: readonly Errno[]) => {
    expect(errnos.map((errno) => statusOf(errno))).toEqual(errnos.map(() => status));
  });
});

describe('ownProblem', () => {
  it('has a name of ours and no errno', () => {
    expect(ownProblem('vcpu-busy', 'vcpu 0 is in access 1')).toEqual({
      type: 'urn:fakexen:problem:vcpu-busy',
      title: 'The vcpu is in another guest access',
      status: 409,
      detail: 'vcpu 0 is in access 1',
    });
    expect(ownStatusOf('domain-gone')).toBe(410);
  });
});

describe('hostPanic', () => {
  it('is a conflict, and says what a real host would have done', () => {
    expect(hostPanic('server 0 has no page')).toEqual({
      type: 'urn:fakexen:hazard:host_panic',
      title: 'A real host would have panicked',
      status: 409,
      detail: 'server 0 has no page',
    });
  });
});

describe('ProblemError', () => {
  it('carries the problem and speaks its detail', () => {
    const problem = ownProblem('shutting-down', 'come back later');

    expect(new ProblemError(problem)).toMatchObject({ problem, message: 'come back later' });
    expect(new ProblemError({ type: 'a', title: 'A title', status: 400 }).message).toBe('A title');
  });
});
