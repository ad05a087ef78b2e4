import { describe, expect, it } from 'vitest';
import {
  ACCESS_KINDS,
  RMW_OPERATIONS,
  type RmwOperation,
} from '../../../src/hypervisor/access/access-request.js';
import { guestWithRam } from '../../support/guest.js';

describe('ACCESS_KINDS', () => {
  it.each(ACCESS_KINDS.filter((kind) => kind !== 'insn'))('%s can be asked of a guest', (kind) => {
    const access = guestWithRam().guest({
      kind,
      gpa: 0x3000,
      source: 0x5000,
      port: 0x600,
      size: 4,
    });

    expect(access.outcome).toBe('completed');
  });
});

describe('RMW_OPERATIONS', () => {
  // prettier-ignore
  it.each<[RmwOperation, number]>([
    // operation on 0x11 with 0x22, and what is there then
    ['add',     0x33],
    ['or',      0x33],
    ['adc',     0x33],
    ['sbb',     0xef],
    ['and',     0x00],
    ['sub',     0xef],
    ['xor',     0x33],
    ['inc',     0x12],
    ['dec',     0x10],
    ['neg',     0xef],
    ['not',     0xee],
    ['xchg',    0x22],
    ['xadd',    0x33],
    ['cmpxchg', 0x11],
    ['bts',     0x15],
    ['btr',     0x11],
    ['btc',     0x15],
  ])('%s', (op, after) => {
    const { guest, fill, ram } = guestWithRam();
    fill(0x3000, [0x11]);
    const access = guest({ kind: 'rmw', op, gpa: 0x3000, size: 1, data: 0x22n });

    expect(access).toMatchObject({ outcome: 'completed', data: 0x11n });
    expect(ram(0x3000, 1)).toEqual([after]);
  });

  it('are all of them', () => {
    expect(RMW_OPERATIONS).toHaveLength(17);
  });
});
