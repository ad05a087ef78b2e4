/** What xenstored refuses, by the name that it sends. Source: xen/include/public/io/xs_wire.h, xsd_errors. */

export type XenstoreErrno =
  | 'EINVAL'
  | 'EACCES'
  | 'EEXIST'
  | 'EISDIR'
  | 'ENOENT'
  | 'ENOMEM'
  | 'ENOSPC'
  | 'ENOSYS'
  | 'EAGAIN'
  | 'E2BIG';

export class XenstoreError extends Error {
  readonly errno: XenstoreErrno;

  constructor(errno: XenstoreErrno, detail: string) {
    super(detail);
    this.errno = errno;
  }
}
