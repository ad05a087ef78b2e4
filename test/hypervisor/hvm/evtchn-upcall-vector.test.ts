import { describe, expect, it } from 'vitest';
import { setEvtchnUpcallVector } from '../../../src/hypervisor/hvm/evtchn-upcall-vector.js';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { errno, hostWithRam } from '../../support/host.js';

describe('setEvtchnUpcallVector', () => {
  it.each([
    ['4.17', [0x94]],
    ['4.9', []],
  ])('tells the vcpu at once in %s', (profile, requested) => {
    const { d1 } = hostWithRam(4, { profile });
    d1.interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);

    setEvtchnUpcallVector(d1, 0, 0x94);

    expect(d1.vcpus[0]?.upcallVector).toBe(0x94);
    expect([...(d1.interrupts.apics[0]?.requested ?? [])]).toEqual(requested);
  });

  it('answers EINVAL for the vector of an exception before ENOENT for no vcpu', () => {
    const { d1 } = hostWithRam(4);
    const set = (vcpu: number, vector: number) => () => {
      setEvtchnUpcallVector(d1, vcpu, vector);
    };

    expect(set(1, 15)).toThrow(errno('EINVAL', 'vector 15'));
    expect(set(1, 16)).toThrow(errno('ENOENT'));
  });
});
