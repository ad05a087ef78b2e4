/** Where the contents of a domain's machine frames are kept, if not in memory of the host's own: handed in by who has such a place. */

export interface PageStorage {
  /** 4,096 zeros for a frame that had no contents; ENOMEM where there is no room for them. */
  allocate(mfn: number): Uint8Array;
  /** The contents of such of these frames as have any are forgotten. */
  release(first: number, nr: number): void;
  /** The domain is gone: nothing of it is kept. */
  close(): void;
}
