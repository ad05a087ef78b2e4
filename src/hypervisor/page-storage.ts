/** Where the contents of a domain's machine frames are kept, if not in memory of the host's own: handed in by who has such a place. */

import { XenError } from './abi/errno.js';

export interface PageStorage {
  /** 4,096 zeros for a frame that had no contents; ENOMEM where there is no room for them. */
  allocate(mfn: number): Uint8Array;
  /** The contents of such of these frames as have any are forgotten. */
  release(first: number, nr: number): void;
  /** The domain is gone: nothing of it is kept. */
  close(): void;
}

/** Of a new domain, which may ask for such a place or ask for none; EOPNOTSUPP: it asks, and there is none. */
export function storageFor(
  domid: number,
  isWanted: boolean | undefined,
  storageOf: ((domid: number) => PageStorage) | undefined,
): PageStorage | undefined {
  if (isWanted === false) return undefined;
  if (storageOf === undefined && isWanted)
    throw new XenError('EOPNOTSUPP', 'the host has no place for shared memory: it needs shm-dir');
  return storageOf?.(domid);
}
