import { describe, expect, it } from 'vitest';
import { injectEvent } from '../../../src/hypervisor/hvm/inject-event.js';
import { errno, hostWithRam } from '../../support/host.js';

const UD = { vector: 6, type: 3, errorCode: 0xffff_ffff, insnLength: 0, cr2: 0n };

describe('injectEvent', () => {
  it('gives a vcpu one event, unseen', () => {
    const { d1 } = hostWithRam(4);

    injectEvent(d1, 0, { ...UD, type: 255 });

    expect(d1.vcpus[0]?.injectedEvent).toMatchObject({ vector: 6, type: 255 });
  });

  it('answers what the hypercall does for a vcpu that is not there, before EBUSY', () => {
    const { d1 } = hostWithRam(4);
    injectEvent(d1, 0, UD);

    const inject = (vcpu: number, noVcpu?: 'ENOENT') => () => {
      injectEvent(d1, vcpu, UD, noVcpu);
    };
    expect(inject(1)).toThrow(errno('EINVAL', 'no vcpu 1'));
    expect(inject(1, 'ENOENT')).toThrow(errno('ENOENT'));
    expect(inject(0)).toThrow(errno('EBUSY', 'vcpu 0 has not taken vector 6'));
  });
});
