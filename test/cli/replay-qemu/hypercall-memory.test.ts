import { expect, it } from 'vitest';
import {
  memoryOf,
  piecesFor,
  writtenPieces,
} from '../../../src/cli/replay-qemu/hypercall-memory.js';
import { words } from '../../support/privcmd.js';

it('lies where the pointers of the call say', () => {
  const entry = words([8, 12], [8, 0], [8, 6], [8, 0x2000]).padEnd(128, '0');
  const struct = words([8, 0x3000], [8, 1]).padEnd(64, '0');
  const record = {
    call: 'hypercall',
    seq: 1,
    hypercall: 'multicall',
    op_nr: 13,
    args: ['0x1000', '0x1', '0x0', '0x0', '0x0'],
    ret: 0,
    bufs: [
      { name: 'multicall', size: 64, in: entry },
      { name: 'arg', size: 32, in: struct },
      { name: 'extents', size: 8, in: words([8, 5]) },
    ],
  } as const;
  const memory = memoryOf(record);

  expect([...memory.keys()]).toEqual([0x1000n, 0x2000n, 0x3000n]);
  const body = piecesFor(record, memory, [0x3000n, 0xdeadn]);
  expect(body.subarray(48).toString('hex')).toBe(
    words([8, 2], [8, 0x3000], [8, 8], [8, 5], [8, 0xdead], [4, 1], [4, 1]),
  );
  const answer = Buffer.from(words([8, 0], [8, 1], [8, 0x1008], [8, 2], [8, 0x2a]), 'hex');
  expect(writtenPieces(answer)).toEqual(new Map([[0x1008n, '2a00']]));
  expect(writtenPieces(undefined).size).toBe(0);
});
