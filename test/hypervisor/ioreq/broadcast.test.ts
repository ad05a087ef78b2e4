import { describe, expect, it } from 'vitest';
import { sendInvalidate, sendTimeOffset } from '../../../src/hypervisor/ioreq/broadcast.js';
import { takeBuffered } from '../../../src/hypervisor/ioreq/bufioreq.js';
import { completeIo } from '../../../src/hypervisor/ioreq/complete-io.js';
import { addServer, hostWithRam } from '../../support/host.js';

const [TIMEOFFSET, INVALIDATE] = [7, 8];
const ALL_ONES = 2n ** 64n - 1n;

/** Server 0 buffers, 1 does not, 2 buffers and is disabled. */
function setup(profile = '4.17') {
  const knobs = { ioservid_allocation: 'slot', ioreq_page_at: 'get_info' };
  const context = hostWithRam(4, { profile, knobs });
  const { host, d1 } = context;
  const servers = [
    addServer(host, d1, { handleBufioreq: 1 }),
    addServer(host, d1),
    addServer(host, d1, { handleBufioreq: 1, enabled: false }),
  ];
  return { ...context, servers, vcpu: d1.vcpu(0) };
}

describe('sendTimeOffset', () => {
  it.each([
    ['4.17', [1, 0, 0]],
    ['4.9', [1, 0, 1]],
  ])('%s: goes to the rings of these servers: %j', (profile, counts) => {
    const { d1, vcpu, servers } = setup(profile);

    sendTimeOffset(d1.ioreqServers, vcpu, -2n);

    const received = servers.map((server) => takeBuffered(server, 9));
    expect(received.map(({ length }) => length)).toEqual(counts);
    expect(received[0]?.[0]).toMatchObject({
      type: TIMEOFFSET,
      size: 8,
      addr: 0,
      data: ALL_ONES - 1n,
    });
  });

  it('is not sent when the clock has not moved', () => {
    const { d1, vcpu, servers } = setup();

    sendTimeOffset(d1.ioreqServers, vcpu, 0n);

    expect(servers.flatMap((server) => takeBuffered(server, 9))).toEqual([]);
  });
});

describe('sendInvalidate', () => {
  it('goes to every enabled server, and the vcpu waits for all of them', () => {
    const { d1, vcpu, servers } = setup();

    expect(sendInvalidate(d1.ioreqServers, vcpu)).toEqual(['sent', 'sent']);

    expect(servers[0]?.pendingRequests()[0]?.ioreq).toMatchObject({
      type: INVALIDATE,
      size: 4,
      count: 0,
      data: ALL_ONES,
    });
    servers[0]?.complete(0);
    expect(completeIo(d1.ioreqServers, vcpu)).toEqual({ status: 'blocked' });
    servers[1]?.complete(0);
    expect(completeIo(d1.ioreqServers, vcpu).status).toBe('done');
  });

  it('goes to the disabled ones as well up to 4.17, to no avail', () => {
    const { d1, vcpu } = setup('4.9');

    expect(sendInvalidate(d1.ioreqServers, vcpu)).toEqual(['unhandleable', 'sent', 'sent']);
  });
});
