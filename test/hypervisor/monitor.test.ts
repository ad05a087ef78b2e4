import { describe, expect, it } from 'vitest';
import { Monitor, type Told } from '../../src/hypervisor/monitor.js';
import { Vcpu } from '../../src/hypervisor/vcpu.js';

const event = (isPaused: boolean): Told => ({
  vcpu: 0,
  isPaused,
  access: {
    gfn: 5,
    offset: 8,
    gla: undefined,
    read: true,
    write: false,
    fetch: false,
    fault: 'unknown',
  },
});

function setup() {
  return { monitor: new Monitor(), vcpu: new Vcpu(0) };
}

describe('Monitor', () => {
  it('tells events in order, each once', () => {
    const { monitor, vcpu } = setup();
    for (let count = 0; count < 3; count++) monitor.put(event(false), vcpu);
    expect(monitor.pending).toBe(3);

    expect(monitor.take(2).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(monitor.take(2).map(({ seq }) => seq)).toEqual([3]);
    expect(monitor.take(2)).toEqual([]);
    expect([vcpu.pauseCount, monitor.isWaiting(vcpu)]).toEqual([0, false]);
  });

  it('hears nothing of what the guest asks for unless told to', () => {
    expect([new Monitor().guestRequests, new Monitor('sync').guestRequests]).toEqual([
      'off',
      'sync',
    ]);
  });

  it('writes down what nobody has taken and who waits, and goes on from there', () => {
    const { monitor, vcpu } = setup();
    const other = new Vcpu(1);
    monitor.put(event(false), vcpu);
    monitor.take(1);
    monitor.put(event(true), other);
    const saved = monitor.save();
    const again = new Monitor();

    again.restore(saved, () => other);

    expect(saved).toEqual({
      guestRequests: 'off',
      events: [{ ...event(true), seq: 2 }],
      lastSeq: 2,
      waiting: [{ vcpu: 1, seq: 2 }],
    });
    again.put(event(false), vcpu);
    expect(again.take(9).map(({ seq }) => seq)).toEqual([2, 3]);
    expect([again.resume(other, 2), other.pauseCount]).toEqual([true, 0]);
  });

  it('pauses a vcpu that is to wait, until it is resumed', () => {
    const { monitor, vcpu } = setup();

    monitor.put(event(true), vcpu);
    expect([vcpu.pauseCount, monitor.isWaiting(vcpu)]).toEqual([1, true]);
    expect(monitor.resume(vcpu, 9)).toBe(false);
    expect(monitor.resume(vcpu, 1)).toBe(true);

    expect([vcpu.pauseCount, monitor.isWaiting(vcpu)]).toEqual([0, false]);
    expect(monitor.resume(vcpu)).toBe(false);
  });

  it('lets all go on in the end', () => {
    const { monitor, vcpu } = setup();
    const other = new Vcpu(1);
    monitor.put(event(true), vcpu);
    monitor.put(event(true), other);

    monitor.close();

    expect([vcpu.pauseCount, other.pauseCount]).toEqual([0, 0]);
  });
});
