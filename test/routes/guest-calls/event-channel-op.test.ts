import { describe, expect, it } from 'vitest';
import { ERRNO } from '../../../src/hypervisor/index.js';
import { callingGuest, DOMID_SELF } from '../../support/hypercall.js';

const EVENT_CHANNEL_OP = 32;

function setup() {
  const guest = callingGuest();
  const op = (number: number, ...members: Parameters<typeof guest.call>[2]) =>
    guest.call(EVENT_CHANNEL_OP, number, members);
  return { ...guest, op };
}

describe('HYPERVISOR_event_channel_op', () => {
  it('gives a guest ports, and tells how they stand', () => {
    const { op, argument, dom0 } = setup();
    expect(op(6, [DOMID_SELF, 2], [0, 2], [0, 4])).toBe(0);
    expect(argument(4)).toEqual([1, 0, 0, 0]);

    expect(op(5, [DOMID_SELF, 4], [1, 4], [9, 4], [9, 12])).toBe(0);
    expect(argument(8, 8)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);

    const port = dom0.eventChannels.allocUnbound(1);
    expect(op(0, [0, 4], [port, 4], [0, 4])).toBe(0);
    expect(argument(8)).toEqual([2, 0, 0, 0]);
    expect([op(4, [2, 4]), op(9, [2, 4]), op(8, [2, 4], [0, 4]), op(3, [2, 4])]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(op(10, [DOMID_SELF, 2])).toBe(0);
  });

  it('turns it to event arrays', () => {
    const { op, argument } = setup();

    expect(op(11, [1, 8], [0, 4], [0, 4], [0, 2])).toBe(0);
    expect(argument(16, 1)).toEqual([17]);
    expect([op(12, [1, 8]), op(13, [0, 4], [0, 4])]).toEqual([0, -ERRNO.EACCES]);
  });

  it('lets it do nothing to dom0, and has no other operations', () => {
    const { op } = setup();

    expect(op(6, [0, 2], [0, 2], [0, 4])).toBe(-ERRNO.EPERM);
    expect(op(14, [0, 2])).toBe(-ERRNO.EPERM);
    expect([op(15, [0, 8]), op(40, [0, 8])]).toEqual([-ERRNO.ENOSYS, -ERRNO.ENOSYS]);
  });
});
