/** How what became of a hypercall is told to whoever made it. */

import { ERRNO } from '../hypervisor/index.js';
import type { AnyStruct } from './struct.js';

/** Fields by name. */
export type Answer = Readonly<Record<string, unknown>>;

export interface Teller<Told> {
  /** Success, with nothing done. */
  nothingDone(): Told;
  done(response: Answer): Told;
  /** It stopped where the caller wanted it to; `rest` is the request that goes on from there. */
  stopped(rest: Answer): Told;
}

/** `nothing`: what a call answers that has done nothing; `continuation` is of calls that may give way. */
export const inJson = (
  response: AnyStruct,
  continuation: AnyStruct | undefined,
  nothing: Answer,
): Teller<Answer> => ({
  nothingDone: () => nothing,
  done: (value) => ({ rc: 0, ...response.encode(value) }),
  stopped: (rest) => ({ rc: -ERRNO.ERESTART, errno: 'ERESTART', ...continuation?.encode(rest) }),
});
