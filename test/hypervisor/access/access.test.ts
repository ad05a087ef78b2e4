import { describe, expect, it } from 'vitest';
import { Access } from '../../../src/hypervisor/access/access.js';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';
import { guestWithRam, preparedAccess } from '../../support/guest.js';

describe('Access', () => {
  it('has a number of its own in its domain', () => {
    const world = guestWithRam();

    expect([preparedAccess(world).id, preparedAccess(world).id]).toEqual([1, 2]);
  });

  it('tells when it begins to wait, for what, and when it is over', () => {
    const world = guestWithRam();
    const access = preparedAccess(world);
    world.d1.vcpu(0).access = access;
    access.wait('ioreq');
    access.wait('ioreq');
    expect(world.events.filter(({ type }) => type === 'access')).toHaveLength(1);

    access.wait('paused');
    access.settle('injected', { vector: 6 });
    expect(access).toMatchObject({
      settled: true,
      outcome: 'injected',
      reason: undefined,
      exception: { vector: 6 },
    });
    expect(world.d1.vcpu(0).access).toBeUndefined();
    expect(world.events.filter(({ type }) => type === 'access')).toEqual(
      Array.from({ length: 3 }, () => ({ type: 'access', domid: 1, vcpu: 0, accessId: 1 })),
    );
  });

  it('tells nothing if it never had to wait', () => {
    const world = guestWithRam();
    preparedAccess(world).settle('completed');

    expect(world.events.filter(({ type }) => type === 'access')).toEqual([]);
  });

  it('has a trace only where somebody records one', () => {
    const { d1 } = guestWithRam();
    const request = { vcpu: 0, kind: 'read' } as const;
    const recorder = new TraceRecorder();
    recorder.record('domain_crash');

    expect(new Access(d1, d1.vcpu(0), request, undefined).trace).toEqual([]);
    expect(new Access(d1, d1.vcpu(0), request, recorder).trace).toEqual([{ step: 'domain_crash' }]);
  });

  it('goes on behind a hlt', () => {
    const access = preparedAccess(guestWithRam());
    access.halt();

    expect([access.isHalted, access.cpu.rip]).toEqual([true, 0n]);
  });
});
