/**
 * Many DMOPs in one body: `u32 count`, then each call's buffers, prefixed by `u16 domid, u16 0`. The answer is the same
 * body, with `i32 rc` in place of each prefix.
 */

import { buffersAt, malformed, refuseRest, wordAt, type Buffers } from './buffers.js';
import { callDmOp } from './dm-op-call.js';
import type { Addressees } from './issue.js';
import { meanwhile } from './journal/account.js';
import { Turn } from './turn.js';

const WORD = 4;
const HALF = 2;

interface BatchedCall {
  readonly domid: number;
  /** Where its prefix is, and its return code comes. */
  readonly at: number;
  readonly buffers: Buffers;
}

/** Nothing is called unless all of the body can be read; then all is, in order, whatever each returns. */
export async function runBatch(
  { host, caller, preemptAfter }: Omit<Addressees, 'domid'>,
  body: DataView,
): Promise<void> {
  const { journal } = host;
  const turn = new Turn();
  try {
    for (const { domid, at, buffers } of batchOf(body)) {
      const rc = callDmOp({ host, caller, preemptAfter, domid }, buffers);
      body.setInt32(at, typeof rc === 'number' ? rc : await meanwhile(journal, rc), true);
      if (turn.isOver()) await meanwhile(journal, turn.renew());
    }
  } finally {
    journal?.onBehalfOf(undefined);
  }
}

function batchOf(body: DataView): BatchedCall[] {
  if (body.byteLength === 0) return [];
  const count = wordAt(body, 0);
  const calls: BatchedCall[] = [];
  let at = WORD;
  while (calls.length < count) {
    wordAt(body, at);
    const domid = body.getUint16(at, true);
    if (body.getUint16(at + HALF, true) !== 0)
      throw malformed(`the half word at ${at + HALF} is not 0`);
    const buffers = buffersAt(body, at + WORD);
    calls.push({ domid, at, buffers });
    at = buffers.end;
  }
  refuseRest(body, at);
  return calls;
}
