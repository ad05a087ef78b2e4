import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { EvtchnDevice } from '../../src/privcmd/evtchn-device.js';

const ENOTCONN = -107;

function device() {
  const host = new Host();
  const domain = host.createDomain({ memoryMib: 1 });
  const told: number[] = [];
  const { eventChannels } = host.caller(0);
  const evtchn = new EvtchnDevice(eventChannels, (port) => told.push(port));
  host.onEvent = (event) => {
    if (event.type === 'evtchn' && event.domid === 0) evtchn.raised(event.port);
  };
  const remote = domain.eventChannels.allocUnbound(0);
  return { domain, told, evtchn, remote, eventChannels };
}

describe('an evtchn device', () => {
  it('is told once when it binds, and again only after it has unmasked', () => {
    const { domain, told, evtchn, remote } = device();
    const port = evtchn.call(1, domain.domid, remote);
    expect(told.splice(0)).toEqual([port]);

    domain.eventChannels.send(remote);
    expect(told).toEqual([]);
    evtchn.unmask(port);
    expect(told.splice(0)).toEqual([port]);
    evtchn.unmask(port);
    expect(told).toEqual([]);
  });

  it('notifies and closes its own ports alone', () => {
    const { domain, evtchn, remote, eventChannels } = device();
    const port = evtchn.call(1, domain.domid, remote);

    expect(evtchn.call(4, port, 0)).toBe(0);
    expect(domain.eventChannels.status(remote).pending).toBe(true);
    expect([evtchn.call(4, 99, 0), evtchn.call(3, 99, 0)]).toEqual([ENOTCONN, ENOTCONN]);
    expect(evtchn.call(3, port, 0)).toBe(0);
    expect(eventChannels.status(port).state).toBe('free');
    expect([evtchn.call(5, 0, 0), evtchn.call(77, 0, 0)]).toEqual([0, -22]);
  });

  it('gives its ports back when it is closed', () => {
    const { evtchn, eventChannels } = device();
    const port = evtchn.call(2, 0, 0);
    evtchn.close();

    expect(eventChannels.status(port).state).toBe('free');
    evtchn.raised(port);
    evtchn.unmask(port);
  });

  it('is refused what Xen refuses', () => {
    const { evtchn } = device();

    expect(() => evtchn.call(1, 99, 1)).toThrow(expect.objectContaining({ errno: 'ESRCH' }));
  });
});
