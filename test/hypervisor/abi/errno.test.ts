import { describe, expect, it } from 'vitest';
import { ERRNO, errnoOf, XenError, type Errno } from '../../../src/hypervisor/abi/errno.js';

// prettier-ignore
const NUMBERS = [
  // as in xen/include/public/errno.h
  ['EPERM',  1], ['ENOENT',    2], ['ESRCH',     3], ['ENOMEM',    12], ['EACCES',     13],
  ['EFAULT', 14], ['EBUSY',    16], ['EEXIST',   17], ['EINVAL',    22], ['ENOSPC',     28],
  ['ERANGE', 34], ['ENOTEMPTY', 39], ['ENODATA', 61], ['EOVERFLOW', 75], ['EOPNOTSUPP', 95],
  ['EAGAIN', 11], ['ENOSYS',   38], ['ERESTART', 85],
] as const;

describe('XenError', () => {
  it.each(NUMBERS)('returns minus the number of %s, %i, to the caller', (errno, number) => {
    expect(new XenError(errno, 'gfn 0x2 is in use').rc).toBe(-number);
  });

  it('says what was refused', () => {
    const error = new XenError('EBUSY', 'gfn 0x2 is in use');

    expect(error).toMatchObject({ name: 'XenError', errno: 'EBUSY', message: 'gfn 0x2 is in use' });
  });
});

describe('errnoOf', () => {
  it('names every return code', () => {
    for (const [errno, number] of Object.entries(ERRNO))
      expect(errnoOf(-number)).toBe(errno as Errno);
  });

  it.each([0, 1, 22, -10, -4096])('refuses %i, which no hypercall returns for an error', (rc) => {
    expect(() => errnoOf(rc)).toThrow(new RangeError(`${rc} is no return code of a hypercall`));
  });
});
