import { expect, it } from 'vitest';
import { releaseVcpu } from '../../../src/cli/replay-xen/access.js';
import { LOG_DIRTY_MOVES } from '../../../src/cli/replay-xen/log-dirty-moves.js';
import { worldOf } from '../../support/replay.js';

const NOTHING = { dirty_count: 0, dirty_pfns: [], total: 0 };

it('reads which pages are dirty, and remembers that somebody does', async () => {
  const world = await worldOf();
  await releaseVcpu(world);
  const call = (op: string) => LOG_DIRTY_MOVES[op]!(world, {}, [], {});
  const write = (gpa: string) =>
    world.demand('POST', '/guest-access', { kind: 'write', gpa, data: 0 });

  expect(await call('shadow_op_enable_logdirty')).toMatchObject({ ret: 0 });
  expect(world.isLogDirty).toBe(true);
  expect(await call('shadow_op_enable_logdirty')).toMatchObject({ ret: -1, errno: 'EINVAL' });

  await write('0x400000');
  for (let gfn = 0x900; gfn < 0x920; gfn++) await write(`0x${gfn.toString(16)}000`);
  const { out } = await call('logdirty_peek');
  expect(out).toMatchObject({ dirty_count: 33, total: 33 });
  expect(out.dirty_pfns).toHaveLength(24);
  expect((out.dirty_pfns as string[]).slice(0, 2)).toEqual(['0x400', '0x900']);

  await call('logdirty_clean');
  expect(await call('logdirty_clean')).toMatchObject({ out: NOTHING });
  expect(await call('shadow_op_off')).toMatchObject({ ret: 0 });
  expect(world.isLogDirty).toBe(false);
});
