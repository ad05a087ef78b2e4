import { describe, expect, it } from 'vitest';
import { domainPause } from '../../../src/hypervisor/schedule/domain-pause.js';
import { pointOf } from '../../../src/hypervisor/schedule/task.js';
import { hostWithRam } from '../../support/host.js';

describe('domainPause', () => {
  it('goes on at once where no vcpu is inside an exit handler', () => {
    const { d1 } = hostWithRam(1);
    const pausing = domainPause(d1);

    expect(pausing.next(false).value).toBe('domain_pause');
    expect(pausing.next(false).done).toBe(true);
    expect(d1.pauseCount).toBe(1);
  });

  it('keeps vcpus out of the guest first, then waits for the one inside a handler', () => {
    const { d1 } = hostWithRam(1, { vcpus: 2 });
    const pausing = domainPause(d1);
    d1.vcpu(1).inExit = true;

    pausing.next(false);
    const { value: gate } = pausing.next(false);
    if (gate === undefined || typeof gate === 'string') throw new Error('there is no gate');
    expect([pointOf(gate), d1.isRunnable(d1.vcpu(0)), gate.isOpen()]).toEqual([
      'domain_pause',
      false,
      false,
    ]);
    d1.vcpu(1).inExit = false;
    expect(gate.isOpen()).toBe(true);
    expect(pausing.next(false).done).toBe(true);
  });

  it('nests', () => {
    const { d1 } = hostWithRam(1);
    for (const pausing of [domainPause(d1), domainPause(d1)]) {
      pausing.next(false);
      pausing.next(false);
    }
    d1.unpause();

    expect(d1.isRunnable(d1.vcpu(0))).toBe(false);
  });
});
