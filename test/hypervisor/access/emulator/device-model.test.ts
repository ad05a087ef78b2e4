import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { toDeviceModel } from '../../../../src/hypervisor/access/emulator/device-model.js';
import type { DomainSpec } from '../../../../src/hypervisor/domain-spec.js';
import { destroyIoreqServer } from '../../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import {
  guestWithClaim,
  guestWithServer,
  HOLE,
  preparedAccess,
  stepsOf,
} from '../../../support/guest.js';
import { addServer } from '../../../support/host.js';

const [WRITE, READ] = [0, 1] as const;
const [PIO, COPY] = [0, 1];
const READY = 1;
const SUSPEND = 2;

type World = ReturnType<typeof guestWithServer>;

function ask(world: World, fields: Parameters<typeof newIoreq>[0]) {
  const access = preparedAccess(world);
  const ioreq = newIoreq({ type: COPY, state: READY, size: 4, count: 1, dir: READ, ...fields });
  access.vcpu.io.request = { ...ioreq };
  return { access, ioreq, result: runTask(toDeviceModel(access, ioreq)) };
}

const whyOf = ({ access }: ReturnType<typeof ask>) =>
  access.trace.find(({ step }) => step === 'ioreq_server_select')?.why;

describe('toDeviceModel', () => {
  it('finds a server by its ranges and says by which', () => {
    const world = guestWithServer();
    world.server.ranges('port').add(0x600n, 0x603n);
    world.server.ranges('pci').add(0x10n, 0x10n);
    world.d1.pciCf8 = 0x8000_1000;

    expect(whyOf(ask(world, { addr: HOLE }))).toBe('memory range');
    expect(whyOf(ask(guestWithServer(), { type: PIO, addr: 0x600 }))).toMatch(/^no server/);
    const port = guestWithServer();
    port.server.ranges('port').add(0x600n, 0x603n);
    expect(whyOf(ask(port, { type: PIO, addr: 0x600 }))).toBe('port range');
    expect(whyOf(ask(world, { type: PIO, addr: 0xcfc }))).toBe('pci range');
  });

  it('waits for reads, and for writes too', () => {
    expect(ask(guestWithServer(), { addr: HOLE }).result).toBe('pending');
    expect(ask(guestWithServer(), { addr: HOLE, dir: WRITE }).result).toBe('pending');
  });

  it.each([
    [false, 'posted'],
    [true, 'pending'],
  ])('with pio_write_completion %s a write to a port is %s', (pio_write_completion, result) => {
    const world = guestWithServer({}, { knobs: { pio_write_completion } });
    world.server.ranges('port').add(0x600n, 0x603n);

    expect(ask(world, { type: PIO, addr: 0x600, dir: WRITE }).result).toBe(result);
  });

  it('is done where nobody has the address', () => {
    const { access, ioreq, result } = ask(guestWithServer(), { addr: 0x80_0000 });

    expect([result, ioreq.data]).toEqual(['done', 2n ** 64n - 1n]);
    expect(access.trace).toMatchObject([{ step: 'ioreq_server_select', ioservid: null }]);
  });

  it('does not take a port for the page of that address', () => {
    const world = guestWithClaim();
    const other = addServer(world.host, world.d1);
    other.ranges('port').add(0x3000n, 0x3003n);

    expect(ask(world, { type: PIO, addr: 0x3000 }).access.ioreqs).toMatchObject([
      { ioservid: other.id, type: PIO },
    ]);
  });

  it('gives the owner of a page the writes, whatever its ranges', () => {
    const asked = ask(guestWithClaim(), { addr: 0x3000, dir: WRITE, data: 5n });

    expect([asked.result, whyOf(asked)]).toEqual(['pending', 'claims ioreq_server writes']);
  });

  it('answers reads of an owned page from RAM', () => {
    const world = guestWithClaim();
    world.fill(0x3000, [1, 2, 3, 4]);
    const { access, ioreq, result } = ask(world, { addr: 0x3000 });

    expect([result, ioreq.data]).toEqual(['done', 0x0403_0201n]);
    expect(stepsOf(access)).toEqual(['guest_memory', 'read_from_ram']);
  });

  it('cannot answer them where the RAM is gone', () => {
    const world = guestWithClaim();
    expect(ask(world, { addr: 0xfffe, size: 4 }).result).toBe('done');

    world.retype(15, 'ioreq_server');
    expect(ask(world, { addr: 0xfffe, size: 4 }).result).toEqual({ failure: 'unhandleable' });
    world.retype(4, 'ram_shared');
    expect(ask(world, { addr: 0x3ffe, size: 4 }).result).toMatchObject({ failure: 'retry' });
  });

  it.each<[DomainSpec, object, boolean]>([
    [{}, { failure: 'retry', why: 1 }, false],
    [{ knobs: { null_owner: 'unhandleable' } }, { failure: 'unhandleable' }, true],
  ])('with %o and no owner: %o', (spec, result, isNoted) => {
    const world = guestWithClaim(spec);
    runTask(destroyIoreqServer(world.d1, world.dom0, world.server.id));
    const asked = ask(world, { addr: 0x3000, dir: WRITE });

    expect([asked.result, asked.access.metNoOwner]).toEqual([result, isNoted]);
  });

  it('tells what the server made of it', () => {
    const broken = guestWithServer();
    broken.server.page?.set([2], 30);
    const refused = ask(broken, { addr: HOLE });
    expect(refused.result).toEqual({ failure: 'unhandleable' });
    expect(stepsOf(refused.access)).toEqual(['ioreq_server_select', 'ioreq_refused']);

    const pageless = guestWithServer();
    pageless.server.ioreqPage.free();
    expect(ask(pageless, { addr: HOLE }).result).toEqual({ failure: 'host_panic' });

    const closing = guestWithServer();
    closing.d1.shutdown.begin(SUSPEND);
    expect(ask(closing, { addr: HOLE }).result).toEqual({ failure: 'retry', why: 4 });
  });
});
