/**
 * Many DMOPs in one body: `u32 count`, then each call's buffers, prefixed by `u16 domid, u16 0`. The answer is the same
 * body, with `i32 rc` in place of each prefix.
 */

import { buffersAt, malformed, refuseRest, wordAt } from './buffers.js';
import { callDmOp } from './dm-op-call.js';
import type { Addressees } from '../calls/issue.js';
import { meanwhile } from '../journal/account.js';
import { Turn } from '../world/turn.js';

const WORD = 4;
const HALF = 2;
/** How many calls are made between two looks at the clock. */
const CALLS_A_LOOK = 64;

/** Nothing is called unless all of the body can be read; then all is, in order, whatever each returns. */
export async function runBatch(
  { host, caller, preemptAfter }: Omit<Addressees, 'domid'>,
  body: DataView,
): Promise<void> {
  const { journal } = host;
  const turn = new Turn();
  let to: Addressees | undefined;
  let at = WORD;
  try {
    for (let left = checkedCount(body); left > 0; left--) {
      const buffers = buffersAt(body, at + WORD);
      const domid = body.getUint16(at, true);
      if (to?.domid !== domid) to = { host, caller, domid, preemptAfter, isByNumber: true };
      const rc = callDmOp(to, buffers);
      body.setInt32(at, typeof rc === 'number' ? rc : await meanwhile(journal, rc), true);
      at = buffers.end;
      if (left % CALLS_A_LOOK === 0 && turn.isOver()) await meanwhile(journal, turn.renew());
    }
  } finally {
    journal?.onBehalfOf(undefined);
  }
}

/** How many calls a body holds; a problem of ours where it does not hold them, or holds more. */
function checkedCount(body: DataView): number {
  if (body.byteLength === 0) return 0;
  const count = wordAt(body, 0);
  let at = WORD;
  for (let index = 0; index < count; index++) {
    wordAt(body, at);
    if (body.getUint16(at + HALF, true) !== 0)
      throw malformed(`the half word at ${at + HALF} is not 0`);
    at = buffersAt(body, at + WORD).end;
  }
  refuseRest(body, at);
  return count;
}
