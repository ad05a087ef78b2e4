/** Recorded steps that switch log-dirty mode, and that read which pages are dirty. */

import { resultOf, type Call, type CallResult } from './call-result.js';
import { fromHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';

/** As far as the domain's memory reaches. */
const NR_GFNS = 0x940;
/** Dirty pages that a recording lists. */
const LISTED = 24;

export const LOG_DIRTY_MOVES: Readonly<Record<string, Call>> = {
  shadow_op_enable_logdirty: async (world) => {
    const reply = await shadowOp(world, { op: 'enable_logdirty' });
    if (reply.status === 200) world.isLogDirty = true;
    return resultOf(reply);
  },
  shadow_op_off: async (world) => {
    world.isLogDirty = false;
    return resultOf(await shadowOp(world, { op: 'off' }));
  },
  logdirty_clean: (world) => readDirty(world, 'clean'),
  logdirty_peek: (world) => readDirty(world, 'peek'),
};

const shadowOp = (world: RecordedWorld, body: object) =>
  world.send('POST', '/domctl/shadow_op', body);

async function readDirty(world: RecordedWorld, op: 'clean' | 'peek'): Promise<CallResult> {
  const reply = await shadowOp(world, { op, pages: NR_GFNS });
  const { dirty_count, dirty_bitmap } = reply.answer as DirtyAnswer;
  const bytes = fromHex(dirty_bitmap ?? '');
  const dirty = Array.from({ length: NR_GFNS }, (_, gfn) => gfn).filter(
    (gfn) => (((bytes[gfn >> 3] ?? 0) >> (gfn & 7)) & 1) === 1,
  );
  const dirty_pfns = dirty.slice(0, LISTED).map((gfn) => `0x${gfn.toString(16)}`);
  return resultOf(reply, { dirty_count, dirty_pfns, total: dirty.length });
}

interface DirtyAnswer {
  readonly dirty_count?: number;
  readonly dirty_bitmap?: string;
}
