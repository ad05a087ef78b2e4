/** Tells what became of a hypercall as Xen does to whoever called it by number: in the caller's own buffers. */

import { ERRNO } from '../hypervisor/index.js';
import type { CStruct } from './c-struct.js';
import type { Buffer, SecondBuffer } from './second-buffer.js';
import type { Teller } from './teller.js';

export interface Place {
  readonly layout: CStruct;
  /** Where the struct begins in the first buffer. */
  readonly base: number;
  readonly struct: DataView;
  /** The fields with which a call goes on that has stopped. */
  readonly continuation?: readonly string[] | undefined;
  readonly other?: { readonly is: SecondBuffer; readonly buffer: Buffer } | undefined;
}

/** What it returns is told, the rest is written. */
export const inMemory = ({
  layout,
  base,
  struct,
  continuation = [],
  other,
}: Place): Teller<number> => ({
  nothingDone: () => 0,
  done(response) {
    other?.is.store(other.buffer, response);
    layout.store(struct, base, response);
    return 0;
  },
  stopped(rest) {
    layout.rewrite(struct, base, rest, continuation);
    return -ERRNO.ERESTART;
  },
});
