import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../src/hypervisor/abi/ioreq.js';
import { sendBuffered } from '../../src/hypervisor/ioreq/bufioreq.js';
import { addServer, hostWithRam } from '../support/host.js';

const COPY = 1;

describe('a host event', () => {
  it('is plain data that says which domain it is about', () => {
    const { host, d1, dom0, events } = hostWithRam(4);
    const server = addServer(host, d1, { handleBufioreq: 1 });
    server.send(d1.vcpu(0), newIoreq({ type: COPY, size: 1 }));
    sendBuffered(server, newIoreq({ type: COPY, size: 1 }));
    dom0.eventChannels.bindInterdomain(1, server.requests.portOf(0));
    d1.crash('an example');

    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['domain', 'ioreq', 'bufioreq', 'evtchn', 'crash']),
    );
    expect(events.every(({ domid }) => domid === 0 || domid === 1)).toBe(true);
  });
});
