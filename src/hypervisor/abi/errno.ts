/** Xen's error numbers: what a hypercall answers, negated, when it refuses. Source: xen/include/public/errno.h. */

export const ERRNO = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENODEV: 19,
  EINVAL: 22,
  ENOSPC: 28,
  EDOM: 33,
  ERANGE: 34,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ENODATA: 61,
  EOVERFLOW: 75,
  EILSEQ: 84,
  ERESTART: 85,
  EOPNOTSUPP: 95,
  EADDRNOTAVAIL: 99,
} as const;

const NAMES = new Map<number, Errno>(
  Object.entries(ERRNO).map(([name, number]) => [number, name as Errno]),
);

export type Errno = keyof typeof ERRNO;

/** A hypercall that Xen would have answered with `-errno`; `message` says which value it refused. */
export class XenError extends Error {
  override readonly name = 'XenError';
  readonly errno: Errno;

  constructor(errno: Errno, detail: string) {
    super(detail);
    this.errno = errno;
  }

  /** The return code that the caller of the hypercall sees: -22 for EINVAL. */
  get rc(): number {
    return -ERRNO[this.errno];
  }
}

/** The name of a negative return code: ENOMEM for -12. */
export function errnoOf(rc: number): Errno {
  const name = NAMES.get(-rc);
  if (name === undefined) throw new RangeError(`${rc} is no return code of a hypercall`);
  return name;
}
