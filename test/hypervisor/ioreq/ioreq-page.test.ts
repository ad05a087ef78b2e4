import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { IoreqPage } from '../../../src/hypervisor/ioreq/ioreq-page.js';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { freePage } from '../../../src/hypervisor/memory/remove-page.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { acquireFrame } from '../../../src/hypervisor/ioreq/acquire-frame.js';
import { errno, hostWithRam } from '../../support/host.js';

const POOL = { params: { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 4n } };

/** A server whose pages are the guest's gfns 2 and 3. */
function setup(
  spec: Parameters<typeof hostWithRam>[1] = {},
  settings: Parameters<typeof hostWithRam>[2] = {},
) {
  const context = hostWithRam(8, { ...POOL, ...spec }, settings);
  const { d1, dom0 } = context;
  const server = runTask(createIoreqServer(d1, dom0, 1));
  const { p2m, ioreqServers } = d1;
  return {
    ...context,
    server,
    info: () => ioreqServers.info(server.id, dom0, 0),
    acquire: (frame: number) => acquireFrame(ioreqServers, dom0, server.id, frame),
    setState: (enabled: boolean) => {
      runTask(setIoreqServerState(d1, dom0, server.id, enabled));
    },
    types: () => [2, 3].map((gfn) => p2m.typeOf(gfn)),
  };
}

describe('a page by gfn', () => {
  it('is the guest frame itself', () => {
    const { d1, server, info } = setup();

    info();
    server.page?.set([1, 2, 3], 8);

    expect(server.ioreqPage.mfn).toBe(d1.p2m.query(2).mfn);
    expect(d1.machine.page(d1.p2m.query(2).mfn)?.slice(8, 11)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('leaves the guest, zeroed, when the server is enabled', () => {
    const { server, info, setState, types } = setup();
    info();
    server.page?.fill(0xff);

    setState(true);

    expect(types()).toEqual([P2MT.mmio_dm, P2MT.mmio_dm]);
    expect(server.page?.slice(0, 24)).toEqual(new Uint8Array(24));
    expect(new DataView(server.page?.buffer ?? new ArrayBuffer(0)).getUint32(24, true)).toBe(1);
  });

  it('stays what it is when the guest gives it away, and does not come back then', () => {
    const { d1, server, info, setState, types } = setup();
    info();
    const { mfn } = d1.p2m.query(2);
    freePage(d1, 2);
    setState(true);
    server.page?.fill(0x5a);

    expect([d1.machine.isAllocated(mfn), d1.machine.page(mfn)?.[0]]).toEqual([true, 0x5a]);
    setState(false);
    expect(types()).toEqual([P2MT.mmio_dm, P2MT.ram_rw]);
    runTask(destroyIoreqServer(d1, { domid: 0 }, server.id));
    expect(d1.machine.isAllocated(mfn)).toBe(false);
  });

  it('comes back as ram_rw, zeroed and dirty, when it is disabled', () => {
    const { d1, server, info, setState, types } = setup();
    info();
    setState(true);
    server.page?.fill(0xff);

    setState(false);

    expect(types()).toEqual([P2MT.ram_rw, P2MT.ram_rw]);
    expect(server.page).toEqual(new Uint8Array(4096));
    expect(d1.p2m.logDirty.lastMarked).toBe(2);
  });

  it('is enabled and disabled once, however often it is asked', () => {
    const { server, info, setState } = setup();
    info();
    setState(true);
    server.page?.fill(0xff);
    setState(true);
    expect(server.page?.[0]).toBe(0xff);

    setState(false);
    server.page?.fill(0xff);
    setState(false);
    expect(server.page?.[0]).toBe(0xff);
  });

  it.each([
    ['4.8', undefined],
    ['4.17', 3],
    ['4.22', undefined],
  ])('%s: whose gfn has become a hole: shutdown %s', (profile, reason) => {
    const { d1, info, setState } = setup({ profile });
    info();
    d1.p2m.setPage(2, 2 ** 40 - 1, P2MT.invalid, 7);

    setState(true);

    expect(d1.shutdown.reason).toBe(reason);
  });

  it('crashes the domain when its gfn maps another page, in 4.22 too', () => {
    const { d1, info, setState, events } = setup({ profile: '4.22' });
    info();
    d1.p2m.setPage(2, d1.p2m.query(5).mfn, P2MT.ram_rw, 7);

    setState(true);

    expect(d1.shutdown.reason).toBe(3);
    expect(events).toContainEqual({
      type: 'crash',
      domid: 1,
      why: 'gfn 0x2 no longer maps the ioreq page, and cannot be removed',
    });
  });

  it.each([
    [P2MT.ram_paged, 'ENOENT', 'gfn 0x2 is paged out or shared'],
    [P2MT.ram_shared, 'ENOENT', 'gfn 0x2 is paged out or shared'],
    [P2MT.mmio_dm, 'EINVAL', 'gfn 0x2 is no RAM'],
  ])('cannot be of p2m type %i: %s', (type, name, says) => {
    const { d1, info } = setup();
    d1.p2m.setPage(2, d1.p2m.query(2).mfn, type, 7);

    expect(info).toThrow(errno(name, says));
  });
});

describe('a page of its own', () => {
  it('lies where the domain keeps its memory', () => {
    const kept: number[] = [];
    const pageStorage = () => ({
      allocate(mfn: number) {
        kept.push(mfn);
        return new Uint8Array(4096);
      },
      release: () => undefined,
      close: () => undefined,
    });
    const { server, acquire } = setup({ sharedMemory: true }, { pageStorage });

    acquire(1);

    expect(kept).toContain(server.ioreqPage.mfn);
  });

  it('stays its own: it can be mapped by no gfn any more', () => {
    const { info, acquire } = setup();
    acquire(1);

    expect(info).toThrow(
      errno('EPERM', 'the pages of the server have been acquired as a resource'),
    );
  });
});

describe('a page that is restored', () => {
  it('is the same page of the guest', () => {
    const { d1, server, info } = setup();
    info();
    server.page?.set([7], 100);
    const saved = server.ioreqPage.save();

    const other = new IoreqPage(d1, true);
    other.restore(saved);

    expect(saved).toEqual({ gfn: 2, mfn: d1.p2m.query(2).mfn });
    expect([other.save(), other.bytes?.[100]]).toEqual([saved, 7]);
  });

  it('is none where there was none', () => {
    const { d1, server } = setup();

    const other = new IoreqPage(d1, true);
    other.restore(server.ioreqPage.save());

    expect([other.gfn, other.mfn, other.view]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a page that a refused acquire_resource has freed', () => {
  it('brings the host down when the server is enabled, which is refused', () => {
    const { server, info, acquire, setState, types } = setup();
    info();
    expect(() => acquire(1)).toThrow(errno('EPERM'));
    expect(server.page).toBeUndefined();

    expect(() => {
      setState(true);
    }).toThrow(/^the page at gfn 0x2 was freed/);

    expect([server.enabled, types()]).toEqual([false, [P2MT.ram_rw, P2MT.ram_rw]]);
  });

  it('brings the host down when the server is disabled or destroyed, which is refused', () => {
    const { d1, dom0, server, info, acquire, setState, types } = setup();
    info();
    setState(true);
    d1.p2m.claim.claim(server.id, 2);
    expect(() => acquire(1)).toThrow(errno('EPERM'));

    setState(true);
    const refusal = /^the page at gfn 0x2 was freed/;
    expect(() => {
      setState(false);
    }).toThrow(refusal);
    expect(() => {
      runTask(destroyIoreqServer(d1, dom0, server.id));
    }).toThrow(refusal);

    expect([server.enabled, types()]).toEqual([true, [P2MT.mmio_dm, P2MT.mmio_dm]]);
    expect([d1.p2m.claim.owner, d1.pauseCount]).toEqual([server.id, 0]);
  });

  it('does not keep the domain from being destroyed, nor the server while it is disabled', () => {
    const { host, d1, dom0, server, info, acquire, setState } = setup();
    info();
    expect(() => acquire(1)).toThrow(errno('EPERM'));
    setState(false);
    runTask(destroyIoreqServer(d1, dom0, server.id));
    const other = runTask(createIoreqServer(d1, dom0, 0));
    d1.ioreqServers.info(other.id, dom0, 0);
    runTask(setIoreqServerState(d1, dom0, other.id, true));
    expect(() => acquireFrame(d1.ioreqServers, dom0, other.id, 1)).toThrow(errno('EPERM'));

    host.destroyDomain(1);

    expect(d1.ioreqServers.inOrder).toEqual([]);
  });

  it('is free once the guest has given it away', () => {
    const { d1, info, acquire } = setup();
    info();
    const { mfn } = d1.p2m.query(2);
    expect(() => acquire(1)).toThrow(errno('EPERM'));

    freePage(d1, 2);

    expect(d1.machine.isAllocated(mfn)).toBe(false);
  });

  it('is replaced by the next gfn when info is asked again', () => {
    const { server, info, acquire, setState } = setup();
    info();
    expect(() => acquire(1)).toThrow(errno('EPERM'));

    expect(info().ioreqGfn).toBe(4);
    setState(true);

    expect(server.enabled).toBe(true);
  });
});
