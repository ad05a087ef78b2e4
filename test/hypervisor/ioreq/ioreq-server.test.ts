import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { addServer, hostWithRam } from '../../support/host.js';

const COPY = 1;

describe('IoreqServer', () => {
  it('shows its pages as the device model has them mapped', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1, { handleBufioreq: 1 });

    server.page?.set([1], 100);
    server.bufferedPage?.set([2], 100);

    expect([server.page?.length, server.page?.[100], server.bufferedPage?.[100]]).toEqual([
      4096, 1, 2,
    ]);
    expect(addServer(host, d1).bufferedPage).toBeUndefined();
  });

  it('keeps its ranges apart by type', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1);

    server.ranges('port').add(1n, 2n);

    expect([server.ranges('port').size, server.ranges('memory').size]).toEqual([1, 0]);
  });

  it('takes a request, hands it out and gives the answer', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1);

    expect(server.send(d1.vcpu(0), newIoreq({ type: COPY, addr: 0x1000, size: 4 }))).toBe('sent');
    expect(server.pendingRequests()).toMatchObject([{ vcpu: 0, seq: 1, delivery: 0 }]);
    expect(server.take(0)).toBe(1);
    expect(server.complete(0, { seq: 1, data: 5n })).toBe(true);

    expect(server.pendingRequests()).toEqual([]);
  });

  it('can close its ports twice', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1, { handleBufioreq: 1 });

    server.closePorts();
    server.closePorts();

    expect([server.bufioreqPort, [...d1.eventChannels.ports()]]).toEqual([0, []]);
  });
});
