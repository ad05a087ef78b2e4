/** How what became of a hypercall is told to whoever made it. */

import { ERRNO } from '../../hypervisor/index.js';
import type { AnyStruct } from '../wire/struct.js';

/** Fields by name. */
export type Answer = Readonly<Record<string, unknown>>;

export interface Teller<Told> {
  /** Success, with nothing done. */
  nothingDone(): Told;
  done(response: Answer): Told;
  /** It stopped where the caller wanted it to; `rest` is the request that goes on from there. */
  stopped(rest: Answer): Told;
}

/** What all calls answer that have nothing more to say: one object, so that it need be put into text only once. */
export const SUCCESS: Answer = { rc: 0 };

/** `nothing`: what a call answers that has done nothing; `continuation` is of calls that may give way. */
export const inJson = (
  response: AnyStruct,
  continuation: AnyStruct | undefined,
  nothing: Answer,
): Teller<Answer> => ({
  nothingDone: () => nothing,
  done:
    Object.keys(response.fields).length === 0
      ? () => SUCCESS
      : (value) => ({ rc: 0, ...response.encode(value) }),
  stopped: (rest) => ({ rc: -ERRNO.ERESTART, errno: 'ERESTART', ...continuation?.encode(rest) }),
});
