import { expect, it } from 'vitest';
import { dmOpBody, dmOpBuffers } from '../../../src/cli/replay-qemu/dm-op-buffers.js';

it('are a count, and each its size and its bytes', () => {
  const record = { call: 'dm_op', seq: 1, op: '', dom: 1, num: 2, ret: 0 } as const;
  const body = dmOpBody({ ...record, bufs: [{ size: 1, in: '2a' }, { size: 0 }] });

  expect(body.toString('hex')).toBe('02000000' + '010000002a' + '00000000');
  expect(dmOpBuffers({ result: 0, body })).toEqual(['2a', '']);
  expect(dmOpBuffers({ result: -22 })).toEqual([]);
});
