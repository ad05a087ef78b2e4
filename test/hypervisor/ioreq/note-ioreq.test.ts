import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { sendBuffered, takeBuffered } from '../../../src/hypervisor/ioreq/bufioreq.js';
import { sendTimeOffset } from '../../../src/hypervisor/ioreq/broadcast.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { guestWithServer, HOLE } from '../../support/guest.js';
import { addServer } from '../../support/host.js';
import { journalled } from '../../support/journal.js';

const ofIoreqs = (records: { kind: string }[]) =>
  records.filter(({ kind }) => kind.includes('ioreq'));

const [PIO, COPY, TIMEOFFSET] = [0, 1, 7];
const WRITE_OF_4 = 1 + 4 * 0x1000 + 0x10_0000;

describe('the journal of requests', () => {
  it('has a request when it is sent, taken and answered', () => {
    const { host, guest, server, answer } = guestWithServer();
    const records = journalled(host);
    guest({ kind: 'write', gpa: HOLE + 8, size: 4, data: 0x1_0000_0002n });
    server.requests.take(0);
    answer();
    host.settle(host.domain(1));

    const gfn = HOLE / 0x1000;
    const of = { domid: 1, vcpu: 0, ioservid: 0, ioreq_seq: 1 };
    expect(ofIoreqs(records())).toMatchObject([
      { kind: 'ioreq', ...of, gfn, nr: 1, shape: WRITE_OF_4, addr: HOLE + 8, data_lo: 2 },
      { kind: 'ioreq_delivered', ...of, delivery: 1 },
      { kind: 'ioreq_completed', ...of, answered: 1, data_lo: 2 },
    ]);
  });

  it('says of a request whose device model has gone that nobody answered it', () => {
    const { host, d1, dom0, guest, server } = guestWithServer();
    guest({ kind: 'read', gpa: HOLE, size: 4 });
    const records = journalled(host);
    runTask(setIoreqServerState(d1, dom0, server.id, false));
    runTask(destroyIoreqServer(d1, dom0, server.id));
    host.settle(d1);

    expect(ofIoreqs(records()).filter(({ kind }) => kind !== 'ioreq')).toEqual([]);
  });

  it('has what goes into the buffered ring, and what comes out', () => {
    const { host, d1 } = guestWithServer();
    const server = addServer(host, d1, { handleBufioreq: 1 });
    const records = journalled(host);
    sendTimeOffset(d1.ioreqServers, d1.vcpu(0), 2n ** 32n + 3n);
    takeBuffered(server, 8);

    const of = { domid: 1, ioservid: server.id, data_lo: 3, data_hi: 1 };
    expect(ofIoreqs(records())).toMatchObject([
      { kind: 'bufioreq', ...of },
      { kind: 'bufioreq_delivered', ...of },
    ]);
  });

  it('has no gfn for a request that is not of memory', () => {
    const { host, d1, server } = guestWithServer();
    const records = journalled(host);
    server.send(d1.vcpu(0), newIoreq({ type: PIO, addr: 0x8070, size: 2, dataIsPtr: true }));

    expect(ofIoreqs(records())).toMatchObject([
      { kind: 'ioreq', gfn: -1, nr: 0, addr: 0x8070, port: 1, data_is_ptr: 1 },
    ]);
  });

  it.each([
    { type: COPY, addr: 0xa_1008, gfn: 0xa1, nr: 1 },
    { type: TIMEOFFSET, addr: 0x1008, gfn: -1, nr: 0 },
  ])('has what a buffered request of type $type is about', ({ type, addr, gfn, nr }) => {
    const { host, d1 } = guestWithServer();
    const server = addServer(host, d1, { handleBufioreq: 1 });
    const records = journalled(host);
    sendBuffered(server, newIoreq({ type, addr, size: 4 }));

    const shape = type + WRITE_OF_4 - COPY;
    expect(records()).toContainEqual(
      expect.objectContaining({ kind: 'bufioreq', gfn, nr, shape, addr }),
    );
  });

  it('says of a request that Xen waits for no longer that it has no answer', () => {
    const { host, guest, server } = guestWithServer();
    guest({ kind: 'read', gpa: HOLE, size: 4 });
    const records = journalled(host);

    server.requests.endPending(0);

    expect(ofIoreqs(records())).toMatchObject([
      { kind: 'ioreq_completed', answered: 0, data_lo: 0, data_hi: 0 },
    ]);
  });
});
