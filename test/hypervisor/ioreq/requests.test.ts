import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { Requests } from '../../../src/hypervisor/ioreq/requests.js';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';

const COPY = 1;
const [NONE, READY, INPROCESS, RESP_READY] = [0, 1, 2, 3];
const write = newIoreq({ type: COPY, addr: 0x3008, size: 8, data: 0x2an });

function setup(vcpus = 2) {
  const context = hostWithRam(4, { vcpus });
  const { host, d1 } = context;
  const server = addServer(host, d1);
  const page = server.page ?? new Uint8Array();
  const [v0, v1] = [d1.vcpu(0), d1.vcpu(vcpus - 1)];
  return {
    ...context,
    server,
    page,
    v0,
    v1,
    state: (vcpu = 0) => (page[32 * vcpu + 30] ?? 0) & 0xf,
    setState: (state: number) => {
      page[30] = state;
    },
  };
}

describe('send', () => {
  it('puts the request into the slot of the vcpu, READY, and the vcpu waits', () => {
    const { server, page, v1, d1, events, state } = setup();

    expect(server.send(v1, write)).toBe('sent');

    expect(Buffer.from(page.slice(32, 64)).toString('hex')).toBe(
      '0830000000000000' +
        '2a00000000000000' +
        '01000000' +
        '08000000' +
        '02000000' +
        '0000' +
        '0101',
    );
    expect(state(1)).toBe(READY);
    expect(v1.blockedInXen).toEqual({ ioservid: 0, port: 2 });
    expect(d1.isRunnable(v1)).toBe(false);
    expect(events.at(-1)).toEqual({ type: 'ioreq', domid: 1, ioservid: 0, vcpu: 1 });
  });

  it('notifies the device model that has bound the port', () => {
    const { server, v0, dom0 } = setup();
    const local = dom0.eventChannels.bindInterdomain(1, 1);
    dom0.eventChannels.clearPending(local);

    server.send(v0, write);

    expect(dom0.eventChannels.status(local).pending).toBe(true);
  });

  it('is unhandleable when the device model has left the slot in use', () => {
    const { server, v0, setState } = setup();
    setState(RESP_READY);

    expect(server.send(v0, write)).toBe('unhandleable');
    expect(v0.blockedInXen).toBeUndefined();
  });

  it('is unhandleable when the port in the slot is not the one that was given', () => {
    const { server, v0, page } = setup();
    page[24] = 9;

    expect(server.send(v0, write)).toBe('unhandleable');
  });

  it('is unhandleable when the server was never enabled, and so no port was ever written', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1, { enabled: false });

    expect(server.send(d1.vcpu(0), write)).toBe('unhandleable');
  });

  it('is unhandleable once the ports are closed, although the page is still there', () => {
    const { server, v0 } = setup();
    server.closePorts();

    expect(server.send(v0, write)).toBe('unhandleable');
    expect(v0.blockedInXen).toBeUndefined();
  });

  it('still reaches an acquired page whose server has been disabled', () => {
    const { server, v0, d1, dom0 } = setup();
    runTask(setIoreqServerState(d1, dom0, 0, false));

    expect(server.send(v0, write)).toBe('sent');
  });

  it('has no page to go to when nobody has asked for one', () => {
    const { d1, dom0 } = hostWithRam(4);
    const server = runTask(createIoreqServer(d1, dom0, 0));
    runTask(setIoreqServerState(d1, dom0, 0, true));

    expect(server.send(d1.vcpu(0), write)).toBe('no_page');
    expect(d1.vcpu(0).deferShutdown).toBe(false);
  });

  it('does not happen while the domain is shutting down', () => {
    const { server, v0, d1 } = setup();
    d1.shutdown.begin(0);

    expect(server.send(v0, write)).toBe('suspended');
    expect(v0.io.suspended).toBe(true);
  });
});

describe('the device model', () => {
  it('sees the requests oldest first, numbered from 1', () => {
    const { server, v0, v1 } = setup();
    server.send(v1, write);
    server.send(v0, { ...write, addr: 0x4000 });

    expect(server.pendingRequests()).toMatchObject([
      { vcpu: 1, seq: 1, delivery: 0, ioreq: { addr: 0x3008, data: 0x2an, vpEport: 2 } },
      { vcpu: 0, seq: 2, delivery: 0, ioreq: { addr: 0x4000, vpEport: 1 } },
    ]);
  });

  it('takes a request, as often as it is handed out', () => {
    const { server, v0, state } = setup();
    server.send(v0, write);

    expect([server.take(0), server.take(0), server.take(1)]).toEqual([1, 2, 0]);
    expect(state()).toBe(INPROCESS);
    expect(server.pendingRequests()[0]?.delivery).toBe(2);
  });

  it.each([READY, INPROCESS])('answers a request in state %i, and the vcpu may run', (from) => {
    const { server, v0, d1, page, state, setState } = setup();
    server.send(v0, write);
    setState(from);

    expect(server.complete(0, { data: 7n })).toBe(true);

    expect([state(), page[8]]).toEqual([RESP_READY, 7]);
    expect(d1.isRunnable(v0)).toBe(true);
    expect(server.pendingRequests()).toEqual([]);
  });

  it('answers a write without a value', () => {
    const { server, v0, page } = setup();
    server.send(v0, write);

    server.complete(0);

    expect(page[8]).toBe(0x2a);
  });

  it('changes nothing by an answer to another request, or to none', () => {
    const { server, v0, state } = setup();
    expect(server.complete(0)).toBe(false);
    server.send(v0, write);

    expect(server.complete(0, { seq: 2 })).toBe(false);
    expect(server.complete(5)).toBe(false);
    expect(state()).toBe(READY);
    server.complete(0, { seq: 1 });
    expect(server.complete(0, { seq: 1 })).toBe(false);
  });

  it('sees none once its page is gone', () => {
    const { server, v0 } = setup();
    server.send(v0, write);
    server.ioreqPage.free();

    expect(server.pendingRequests()).toEqual([]);
    expect(server.complete(0)).toBe(false);
  });

  it('sees none that Xen has not sent, whatever is in the slot', () => {
    const { server, setState } = setup();
    setState(READY);

    expect(server.pendingRequests()).toEqual([]);
    expect([server.take(0), server.complete(0)]).toEqual([0, false]);
  });

  it('sees none that it has itself put back to NONE', () => {
    const { server, v0, setState } = setup();
    server.send(v0, write);
    setState(NONE);

    expect(server.pendingRequests()).toEqual([]);
  });

  it('serves 128 vcpus in one page', () => {
    const { server, d1 } = setup(128);

    for (const vcpu of d1.vcpus) server.send(vcpu, write);

    expect(server.pendingRequests().map(({ vcpu }) => vcpu)).toEqual(d1.vcpus.map(({ id }) => id));
  });
});

describe('a real notification', () => {
  it('wakes the vcpu, whatever is in the slot', () => {
    const { server, v0, dom0 } = setup();
    server.send(v0, write);
    const local = dom0.eventChannels.bindInterdomain(1, 1);

    dom0.eventChannels.send(local);

    expect(v0.blockedInXen).toBeUndefined();
  });

  it('has no port and no slot for a vcpu that is not there', () => {
    const { server } = setup();

    server.requests.endPending(7);
    server.requests.replacePort(7, 9);

    expect(server.requests.portOf(7)).toBe(0);
    expect(server.requests.ports).toHaveLength(2);
  });

  it('takes another port of a vcpu before there is a page to say so in', () => {
    const { d1, host } = hostWithRam(4);
    const server = runTask(createIoreqServer(d1, host.caller(0), 0));

    server.requests.replacePort(0, 9);

    expect(server.requests.portOf(0)).toBe(9);
  });

  it('has its port in the slot when another takes its place', () => {
    const { server, page } = setup();

    server.requests.replacePort(1, 9);

    expect([page[24], page[32 + 24]]).toEqual([1, 9]);
  });
});

describe('what Xen waits for', () => {
  it('is numbered while it is pending, and nothing before and after', () => {
    const { server, v1 } = setup();
    const { requests } = server;
    const pending = () => [0, 1, 7].map((vcpu) => [requests.isPending(vcpu), requests.pendingSeq(vcpu)]); // prettier-ignore
    const none = [[false, 0], [false, 0], [false, 0]]; // prettier-ignore
    expect(pending()).toEqual(none);

    server.send(v1, write);
    expect(pending()).toEqual([[false, 0], [true, 1], [false, 0]]); // prettier-ignore
    requests.endPending(1);

    expect(pending()).toEqual(none);
    expect(requests.lastSeq).toBe(1);
  });

  it('is the same when it is restored, and goes on apart', () => {
    const { server, d1, v0, v1 } = setup();
    server.send(v1, write);
    server.take(1);
    const saved = structuredClone(server.requests.save());

    const other = new Requests(d1, server.id, server.ioreqPage);
    other.restore(saved);
    server.send(v0, write);

    expect(saved).toEqual({
      lastSeq: 1,
      slots: [
        { port: 1, pending: false, seq: 0, delivery: 0 },
        { port: 2, pending: true, seq: 1, delivery: 1 },
      ],
    });
    expect(other.save()).toEqual(saved);
  });

  it('is saved apart from what becomes of it', () => {
    const { server, v0 } = setup();
    const saved = server.requests.save();

    server.send(v0, write);

    expect(saved.slots[0]?.pending).toBe(false);
  });
});
