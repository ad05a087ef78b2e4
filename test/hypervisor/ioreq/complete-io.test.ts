import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { completeIo } from '../../../src/hypervisor/ioreq/complete-io.js';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { journalled } from '../../support/journal.js';

const [PIO, COPY] = [0, 1];
const [WRITE, READ] = [0, 1] as const;
const [NONE, READY, INPROCESS, RESP_READY] = [0, 1, 2, 3];
const ALL_ONES = 2n ** 64n - 1n;
const read = { type: COPY, dir: READ, addr: 0x3008, size: 8, state: READY };

/** A vcpu whose request has been sent, as hvmemul_do_io() leaves it. */
function setup(fields: Parameters<typeof newIoreq>[0] = read, spec: DomainSpec = {}) {
  const context = hostWithRam(4, spec);
  const { host, d1, dom0 } = context;
  const server = addServer(host, d1);
  const vcpu = d1.vcpu(0);
  vcpu.io.request = newIoreq(fields);
  vcpu.io.completion = 'mmio';
  server.send(vcpu, vcpu.io.request);
  const page = server.page ?? new Uint8Array();
  const local = dom0.eventChannels.bindInterdomain(1, server.requests.portOf(0));
  return {
    ...context,
    server,
    vcpu,
    state: () => (page[30] ?? 0) & 0xf,
    setState: (state: number) => {
      page[30] = ((page[30] ?? 0) & 0xf0) | state;
    },
    notify: () => {
      dom0.eventChannels.send(local);
    },
    complete: () => completeIo(d1.ioreqServers, vcpu),
  };
}

describe('completeIo', () => {
  it('is done at once for a vcpu that never sent anything', () => {
    const { d1 } = hostWithRam(4);

    expect(completeIo(d1.ioreqServers, d1.vcpu(0))).toEqual({ status: 'done', completion: 'none' });
    expect(d1.vcpu(0).hasIo).toBe(false);
  });

  it('takes the answer, empties the slot and says what remains to be done', () => {
    const { server, vcpu, state, complete } = setup();
    server.complete(0, { data: 7n });

    expect(complete()).toEqual({ status: 'done', completion: 'mmio' });

    expect([vcpu.io.request.data, vcpu.io.request.state, state()]).toEqual([7n, RESP_READY, NONE]);
    expect([vcpu.io.completion, vcpu.deferShutdown, server.requests.isPending(0)]).toEqual([
      'none',
      false,
      false,
    ]);
  });

  it.each([READY, INPROCESS])('waits on when it was woken and the slot is in state %i', (state) => {
    const { vcpu, setState, notify, complete } = setup();
    setState(state);
    notify();
    expect(vcpu.blockedInXen).toBeUndefined();

    expect(complete()).toEqual({ status: 'blocked' });

    expect(vcpu.blockedInXen).toEqual({ ioservid: 0, port: 1 });
    expect(vcpu.io.completion).toBe('mmio');
  });

  it('minds no way back from INPROCESS to READY', () => {
    const { setState, notify, complete, d1 } = setup();
    setState(INPROCESS);
    notify();
    complete();
    setState(READY);
    notify();

    expect(complete()).toEqual({ status: 'blocked' });
    expect(d1.shutdown.reason).toBeUndefined();
  });

  it('reads all ones when the device model has put the slot back to NONE', () => {
    const { host, vcpu, setState, notify, complete } = setup();
    const records = journalled(host);
    setState(NONE);
    notify();

    expect(complete().status).toBe('done');
    expect([vcpu.io.request.data, vcpu.io.request.state]).toEqual([ALL_ONES, RESP_READY]);
    expect(records()).toContainEqual(
      expect.objectContaining({ kind: 'ioreq_completed', answered: 0 }),
    );
  });

  it('reads all ones when the page is gone', () => {
    const { server, vcpu, notify, complete } = setup();
    server.ioreqPage.free();
    notify();

    expect(complete().status).toBe('done');
    expect(vcpu.io.request.data).toBe(ALL_ONES);
  });

  it('crashes the domain for a state that there is not', () => {
    const { server, setState, notify, complete, d1, events } = setup();
    setState(4);
    notify();

    expect(complete()).toEqual({ status: 'crashed' });

    expect([d1.shutdown.reason, server.requests.isPending(0)]).toEqual([3, false]);
    expect(events).toContainEqual({
      type: 'crash',
      domid: 1,
      why: 'ioreq server 0 put state 4 into the slot of vcpu 0',
    });
  });

  it('keeps no answer where none is needed', () => {
    const { server, vcpu, complete } = setup({ ...read, dataIsPtr: true, data: 0x5000n });
    server.complete(0, { data: 7n });

    complete();

    expect([vcpu.io.request.data, vcpu.io.request.state]).toEqual([0x5000n, NONE]);
  });

  it.each([
    ['4.9', RESP_READY],
    ['4.17', NONE],
  ])('%s: an OUT ends in state %i', (profile, state) => {
    const knobs = { ioservid_allocation: 'slot', ioreq_page_at: 'get_info' };
    const { server, vcpu, complete } = setup(
      { type: PIO, dir: WRITE, addr: 0x80, size: 1, state: READY },
      { profile, knobs },
    );
    server.complete(0);

    complete();

    expect(vcpu.io.request.state).toBe(state);
  });

  it.each([
    ['4.9', READY],
    ['4.17', RESP_READY],
  ])(
    '%s: a request whose server is gone ends in state %i, once the vcpu runs',
    (profile, state) => {
      const knobs = { ioservid_allocation: 'slot', ioreq_page_at: 'get_info' };
      const { vcpu, complete, d1, dom0 } = setup(read, { profile, knobs });
      runTask(destroyIoreqServer(d1, dom0, 0));
      expect(vcpu.blockedInXen).toEqual({ ioservid: 0, port: 1 });

      expect(complete().status).toBe('done');

      expect([vcpu.io.request.data, vcpu.io.request.state]).toEqual([0n, state]);
    },
  );

  it('stops a vcpu whose domain began to shut down meanwhile', () => {
    const { server, vcpu, complete, d1 } = setup();
    d1.shutdown.begin(0);
    expect(d1.shutdown.isComplete).toBe(false);
    server.complete(0);

    complete();

    expect([vcpu.pausedForShutdown, d1.shutdown.isComplete]).toEqual([true, true]);
  });
});
