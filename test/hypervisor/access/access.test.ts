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

  it('can be made like another', () => {
    const world = guestWithRam();
    const [access, other] = [preparedAccess(world), preparedAccess(world)];
    expect(access.save()).toEqual({ readCache: [], exitsAtWait: 0 });
    access.readCache.set('4096/4', 7n);
    access.exits.push(...Array.from({ length: 9_999 }, () => ({ reason: 'IO' }) as const));
    access.wait('paused');
    other.restore(access.save());

    expect(other.save()).toEqual({ readCache: [['4096/4', 7n]], exitsAtWait: 9_999 });
    other.forgetReads();
    expect([other.readCache.size, access.readCache.size]).toEqual([0, 1]);
  });

  it('counts as getting nowhere after ten thousand exits since it last waited', () => {
    const access = preparedAccess(guestWithRam());
    const exits = (count: number) => {
      access.exits.push(...Array.from({ length: count }, () => ({ reason: 'IO' }) as const));
      return access.isSpinning;
    };

    expect([exits(9_999), exits(1)]).toEqual([false, true]);
    access.wait('refaulting');
    expect([exits(9_999), exits(1)]).toEqual([false, true]);
  });

  it('gives nobody another place in the vcpu than its own', () => {
    const world = guestWithRam();
    const [access, other] = [preparedAccess(world), preparedAccess(world)];
    world.d1.vcpu(0).access = other;
    access.settle('completed');

    expect(world.d1.vcpu(0).access).toBe(other);
  });
});
