import { describe, expect, it } from 'vitest';
import { ERRNO } from '../../../src/hypervisor/index.js';
import { callingGuest, DOMID_SELF } from '../../support/hypercall.js';

const SCHED_OP = 29;

describe('HYPERVISOR_sched_op', () => {
  it('shuts the guest down', () => {
    const { call, d1 } = callingGuest();

    expect(call(SCHED_OP, 2, [[2, 4]])).toBe(0);
    expect(d1.shutdown.reason).toBe(2);
  });

  it('shuts down the domain that it is the device model of, and no other', () => {
    const { call, host, d1 } = callingGuest();
    const other = host.createDomain();
    const remote = (domid: number) =>
      call(SCHED_OP, 4, [
        [domid, 4],
        [3, 4],
      ]);
    expect(remote(other.domid)).toBe(-ERRNO.EPERM);
    d1.target = other.domid;

    expect([remote(other.domid), other.shutdown.reason]).toEqual([0, 3]);
    expect([remote(99), remote(DOMID_SELF), remote(1)]).toEqual([
      -ERRNO.ESRCH,
      -ERRNO.ESRCH,
      -ERRNO.EPERM,
    ]);
  });

  it('has no other operation that anybody would notice', () => {
    const { call } = callingGuest();

    expect([call(SCHED_OP, 0, [[0, 4]]), call(SCHED_OP, 99, [[0, 4]])]).toEqual([0, -ERRNO.ENOSYS]);
  });
});
