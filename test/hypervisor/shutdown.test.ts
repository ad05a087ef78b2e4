import { describe, expect, it } from 'vitest';
import { Shutdown, shutdownReasonName } from '../../src/hypervisor/shutdown.js';
import { Vcpu } from '../../src/hypervisor/vcpu.js';

const [POWEROFF, REBOOT, CRASH] = [0, 1, 3];

function setup() {
  const vcpus = [new Vcpu(0), new Vcpu(1)] as const;
  return {
    shutdown: new Shutdown(vcpus),
    vcpus,
    counts: () => vcpus.map(({ pauseCount }) => pauseCount),
  };
}

describe('Shutdown', () => {
  it('stops every vcpu, for the first reason given', () => {
    const { shutdown, counts } = setup();
    expect([shutdown.reason, shutdown.isComplete]).toEqual([undefined, false]);

    shutdown.begin(REBOOT);
    shutdown.begin(CRASH);

    expect([shutdown.reason, shutdown.isComplete, counts()]).toEqual([REBOOT, true, [1, 1]]);
  });

  it('waits for a vcpu that has a request under way', () => {
    const { shutdown, vcpus, counts } = setup();
    expect(shutdown.startDeferral(vcpus[1])).toBe(true);

    shutdown.begin(POWEROFF);
    expect([shutdown.isComplete, counts()]).toEqual([false, [1, 0]]);
    expect(shutdown.startDeferral(vcpus[1])).toBe(true);
    shutdown.endDeferral(vcpus[1]);

    expect([shutdown.isComplete, counts()]).toEqual([true, [1, 1]]);
  });

  it('waits for nobody when the domain has crashed', () => {
    const { shutdown, vcpus, counts } = setup();
    shutdown.startDeferral(vcpus[1]);

    shutdown.begin(CRASH);

    expect([shutdown.isComplete, counts(), vcpus[1].deferShutdown]).toEqual([true, [1, 1], false]);
  });

  it('lets no request begin', () => {
    const { shutdown, vcpus, counts } = setup();
    shutdown.begin(POWEROFF);

    expect(shutdown.startDeferral(vcpus[0])).toBe(false);
    expect(counts()).toEqual([1, 1]);
  });

  it('does nothing at the end of a request while nobody wants to stop', () => {
    const { shutdown, vcpus, counts } = setup();
    shutdown.startDeferral(vcpus[0]);

    shutdown.endDeferral(vcpus[0]);

    expect([shutdown.reason, counts()]).toEqual([undefined, [0, 0]]);
  });

  it('is undone by a resume, which leaves other pauses', () => {
    const { shutdown, vcpus, counts } = setup();
    vcpus[0].pauseCount = 1;
    shutdown.startDeferral(vcpus[1]);
    shutdown.begin(POWEROFF);

    shutdown.resume();

    expect([shutdown.reason, shutdown.isComplete, counts()]).toEqual([undefined, false, [1, 0]]);
    shutdown.begin(REBOOT);
    expect(counts()).toEqual([2, 0]);
  });

  it('is written down and put back', () => {
    const { shutdown, vcpus } = setup();
    shutdown.begin(REBOOT);
    const other = new Shutdown(vcpus);

    other.restore(shutdown.save());

    expect([other.reason, other.isComplete]).toEqual([REBOOT, true]);
  });
});

describe('shutdownReasonName', () => {
  it('names the six that have a meaning', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(shutdownReasonName)).toEqual([
      'poweroff',
      'reboot',
      'suspend',
      'crash',
      'watchdog',
      'soft_reset',
      undefined,
    ]);
  });
});
