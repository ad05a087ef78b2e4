import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../../src/hypervisor/abi/hvm-param.js';
import { Host } from '../../../src/hypervisor/host.js';

describe('a domain as a toolstack builds it', () => {
  it('has the ports of its rings and the parameters that libxl was recorded to set', () => {
    const { params, eventChannels } = new Host().createDomain({ toolstack: true, memoryMib: 8 });
    const values = (['STORE_EVTCHN', 'CONSOLE_EVTCHN', 'HPET_ENABLED', 'IDENT_PT'] as const).map(
      (name) => params.get(HVM_PARAM[name]),
    );

    expect(values).toEqual([1n, 2n, 1n, 0xfeff_e000n]);
    expect([1, 2].map((port) => eventChannels.status(port))).toEqual([
      expect.objectContaining({ state: 'unbound', remoteDomid: 0 }),
      expect.objectContaining({ state: 'unbound', remoteDomid: 0 }),
    ]);
  });

  it('keeps what the caller has set', () => {
    const domain = new Host().createDomain({ toolstack: true, params: { TIMER_MODE: 3n } });

    expect(domain.params.get(HVM_PARAM.TIMER_MODE)).toBe(3n);
  });

  it('is an HVM domain', () => {
    expect(() => new Host().createDomain({ toolstack: true, type: 'pvh' })).toThrow(
      expect.objectContaining({ errno: 'EINVAL' }),
    );
  });
});
