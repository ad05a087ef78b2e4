import { describe, expect, it } from 'vitest';
import { runStateOf } from '../../src/hypervisor/run-state.js';
import { hostWithRam } from '../support/host.js';

describe('runStateOf', () => {
  it('names the strongest thing that keeps a vcpu from running', () => {
    const { d1 } = hostWithRam(4);
    const vcpu = d1.vcpu(0);
    const state = () => runStateOf(d1, vcpu);

    expect(state()).toBe('runnable');
    expect(state()).toBe('runnable');
    vcpu.access = { id: 1, settled: false };
    expect(state()).toBe('runnable');
    vcpu.access = { id: 1, settled: false, isHalted: true };
    expect(state()).toBe('halted');
    vcpu.blockedInXen = { ioservid: 0, port: 1 };
    expect(state()).toBe('blocked_in_xen');
    vcpu.pauseCount++;
    expect(state()).toBe('vcpu_paused');
    d1.pause();
    expect(state()).toBe('paused');
    d1.shutdown.begin(0);
    expect(state()).toBe('shut_down');
    d1.dying = true;
    expect(state()).toBe('dying');
  });
});
