import { describe, expect, it, vi } from 'vitest';
import { INTERFACES, type InterfaceName } from '../../../src/routes/definition/interfaces.js';
import { errno, hostWithRam } from '../../support/host.js';

/** Domain 2 is the device model of domain 1, domain 3 a stranger. */
function setup() {
  const { host, d1 } = hostWithRam(1);
  host.createDomain({ specialPages: false, memoryMib: 1, target: 1 });
  host.createDomain({ specialPages: false, memoryMib: 1 });
  const enter = (via: InterfaceName, domid: number, caller = 0, checkStruct = () => undefined) =>
    INTERFACES[via].enter({
      host,
      caller: host.caller(caller),
      domid,
      request: {},
      admission: { callers: 'dm', checkStruct },
    });
  return { host, d1, enter };
}

describe('INTERFACES', () => {
  it.each(['hvmop', 'dmop', 'memory', 'domctl'] as const)('%s is about a domain', (via) => {
    const { d1, enter } = setup();

    expect(enter(via, 1)).toBe(d1);
    expect(() => enter(via, 9)).toThrow(errno('ESRCH'));
    expect(() => enter(via, 1, 3)).toThrow(errno('EPERM'));
  });

  it('evtchn is about the ports of a domain, dom0 among them', () => {
    const { host, d1, enter } = setup();

    expect(enter('evtchn', 1)).toBe(d1.eventChannels);
    expect(enter('evtchn', 1, 1)).toBe(d1.eventChannels);
    expect(enter('evtchn', 1, 2)).toBe(d1.eventChannels);
    expect(enter('evtchn', 0)).toBe(host.caller(0).eventChannels);
    expect(enter('evtchn', 0x7ff0, 1)).toBe(d1.eventChannels);
    expect(() => enter('evtchn', 1, 3)).toThrow(errno('EPERM'));
    expect(() => enter('evtchn', 9)).toThrow(errno('ESRCH'));
  });

  it('looks at the struct before the domain for memory, after it for a DMOP', () => {
    const { enter } = setup();
    const refuse = vi.fn(() => {
      throw new Error('the struct is wrong');
    });

    expect(() => enter('memory', 9, 0, refuse)).toThrow('the struct is wrong');
    expect(() => enter('dmop', 9, 0, refuse)).toThrow(errno('ESRCH'));
    expect(() => enter('dmop', 1, 0, refuse)).toThrow('the struct is wrong');
    expect(() => enter('hvmop', 1, 0, refuse)).not.toThrow();
  });
});
