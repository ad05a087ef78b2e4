import { describe, expect, it } from 'vitest';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { IoreqServers } from '../../../src/hypervisor/ioreq/ioreq-servers.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, errno, hostWithRam } from '../../support/host.js';

const [PORT, MEMORY, PCI] = [0, 1, 2];
const NO_GFNS = 1;
const d2 = { domid: 2 };

function setup(...args: Parameters<typeof hostWithRam>) {
  const context = hostWithRam(...args);
  const { d1, dom0 } = context;
  const { ioreqServers } = d1;
  return {
    ...context,
    ioreqServers,
    create: (handleBufioreq = 0) => runTask(createIoreqServer(d1, dom0, handleBufioreq)),
  };
}

const POOL = { params: { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 3n } };

describe('get_ioreq_server_info', () => {
  it('gives the server its pages and always answers the same', () => {
    const { ioreqServers, dom0, create } = setup(8, POOL);
    const { id } = create();
    const buffering = create(1);

    expect(ioreqServers.info(id, dom0, 0)).toEqual({
      ioreqGfn: 2,
      bufioreqGfn: undefined,
      bufioreqPort: undefined,
    });
    const info = { ioreqGfn: 3, bufioreqGfn: 4, bufioreqPort: buffering.bufioreqPort };
    expect(ioreqServers.info(buffering.id, dom0, 0)).toEqual(info);
    expect(ioreqServers.info(buffering.id, dom0, 0)).toEqual(info);
  });

  it('gives no page with no_gfns', () => {
    const { ioreqServers, dom0, create } = setup(8, POOL);
    const server = create(1);

    expect(ioreqServers.info(server.id, dom0, NO_GFNS)).toEqual({
      ioreqGfn: undefined,
      bufioreqGfn: undefined,
      bufioreqPort: 2,
    });
    expect(server.page).toBeUndefined();
  });

  it('answers EINVAL for flags before ENOENT before EPERM', () => {
    const { ioreqServers, dom0, create } = setup(8, POOL);
    create();

    expect(() => ioreqServers.info(9, dom0, 2)).toThrow(
      errno('EINVAL', 'flags 0x2 has an unknown bit'),
    );
    expect(() => ioreqServers.info(9, dom0, 0)).toThrow(
      errno('ENOENT', 'domain 1 has no ioreq server 9'),
    );
    expect(() => ioreqServers.info(0, d2, 0)).toThrow(
      errno('EPERM', "ioreq server 0 is domain 0's"),
    );
  });

  it('knows no flag before 4.11, and lets any emulator ask', () => {
    const { ioreqServers, dom0, create } = setup(8, { profile: '4.9', ...POOL });
    const { id } = create();

    expect(() => ioreqServers.info(id, dom0, NO_GFNS)).toThrow(errno('EINVAL'));
    expect(ioreqServers.info(id, d2, 0).ioreqGfn).toBe(2);
  });

  it('answers EPERM once the pages have been acquired', () => {
    const { ioreqServers, dom0, host, d1 } = setup(8, POOL);
    const { id } = addServer(host, d1);

    expect(() => ioreqServers.info(id, dom0, 0)).toThrow(errno('EPERM'));
  });

  it('answers EINVAL for a dying domain, and for a gfn that is no RAM', () => {
    const { ioreqServers, dom0, create, d1 } = setup(1, POOL);
    const { id } = create();

    const info = () => ioreqServers.info(id, dom0, 0);
    expect(info).toThrow(errno('EINVAL', 'gfn 0x2 is no RAM, so no ioreq page'));
    d1.dying = true;
    expect(info).toThrow(errno('EINVAL', 'domain 1 is dying'));
  });

  it('lets go of the first page when there is none for the ring', () => {
    const { ioreqServers, dom0, create, d1 } = setup(8, {
      profile: '4.22',
      params: { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 1n },
    });
    const server = create(1);

    expect(() => ioreqServers.info(server.id, dom0, 0)).toThrow(
      errno('ENOMEM', 'domain 1 has no gfn left for ioreq pages'),
    );

    expect(server.page).toBeUndefined();
    expect(d1.ioreqGfns.allocate()).toBe(2);
  });
});

describe('map_io_range', () => {
  it('answers EINVAL for a backwards range, ENOENT, EPERM, then EINVAL for the type, then EEXIST', () => {
    const { ioreqServers, dom0, create } = setup(4);
    create();

    expect(() => {
      ioreqServers.mapRange(9, dom0, 9, 2n, 1n);
    }).toThrow(errno('EINVAL', '0x2 to 0x1 runs backwards'));
    expect(() => {
      ioreqServers.mapRange(9, dom0, 9, 1n, 2n);
    }).toThrow(errno('ENOENT'));
    expect(() => {
      ioreqServers.mapRange(0, d2, 9, 1n, 2n);
    }).toThrow(errno('EPERM'));
    expect(() => {
      ioreqServers.mapRange(0, dom0, 3, 1n, 2n);
    }).toThrow(errno('EINVAL', '3 is no type of range'));
    ioreqServers.mapRange(0, dom0, PORT, 1n, 2n);
    expect(() => {
      ioreqServers.mapRange(0, dom0, PORT, 2n, 9n);
    }).toThrow(errno('EEXIST', 'ioreq server 0 has part of 0x2 to 0x9'));
    ioreqServers.mapRange(0, dom0, MEMORY, 2n, 2n ** 64n - 1n);
  });

  it('lets ranges of two servers overlap, and joins those of one that touch', () => {
    const { ioreqServers, dom0, create } = setup(4);
    const first = create();
    create();

    ioreqServers.mapRange(0, dom0, PCI, 8n, 9n);
    ioreqServers.mapRange(0, dom0, PCI, 10n, 11n);
    ioreqServers.mapRange(1, dom0, PCI, 8n, 8n);

    expect([...first.ranges('pci')]).toEqual([[8n, 11n]]);
  });

  it('answers ENOMEM for the 257th range of its own', () => {
    const { ioreqServers, dom0, create } = setup(4);
    create();
    for (let n = 0n; n < 256n; n++) ioreqServers.mapRange(0, dom0, PORT, n * 4n, n * 4n);

    expect(() => {
      ioreqServers.mapRange(0, dom0, PORT, 2n, 2n);
    }).toThrow(errno('ENOMEM'));
  });
});

describe('unmap_io_range', () => {
  it('answers ENOENT for what is not wholly mapped', () => {
    const { ioreqServers, dom0, create } = setup(4);
    const server = create();
    ioreqServers.mapRange(0, dom0, MEMORY, 0x1000n, 0x1fffn);

    expect(() => {
      ioreqServers.unmapRange(0, dom0, MEMORY, 0x1000n, 0x2000n);
    }).toThrow(errno('ENOENT', 'ioreq server 0 lacks part of 0x1000 to 0x2000'));
    ioreqServers.unmapRange(0, dom0, MEMORY, 0x1800n, 0x1fffn);

    expect([...server.ranges('memory')]).toEqual([[0x1000n, 0x17ffn]]);
  });
});

describe('the order of servers', () => {
  const ids = (profile: string) => {
    const { ioreqServers, create, d1, dom0 } = setup(16, {
      profile,
      params: { IOREQ_SERVER_PFN: 4n, NR_IOREQ_SERVER_PAGES: 8n },
    });
    const first = create();
    create();
    create();
    runTask(destroyIoreqServer(d1, dom0, first.id));
    create();
    return ioreqServers.inOrder.map(({ id }) => id);
  };

  it('is by id, highest first, since 4.11, although a low id may be the newest', () => {
    expect(ids('4.17')).toEqual([2, 1, 0]);
  });

  it('is newest first before', () => {
    expect(ids('4.9')).toEqual([4, 3, 2]);
  });
});

describe('find', () => {
  it('finds a server without asking whose it is', () => {
    const { ioreqServers, create } = setup(4);
    const server = create();

    expect([ioreqServers.find(0), ioreqServers.find(1)]).toEqual([server, undefined]);
  });
});

describe('the lock', () => {
  it('may be taken once more by who holds it, and by nobody else', () => {
    const { lock } = setup(4).ioreqServers;
    const task = {};
    const isFree = lock.heldBy(task, function* () {
      yield* [];
      return [lock.isFreeFor(task), lock.isFreeFor({})];
    });

    expect(runTask(isFree)).toEqual([true, false]);
  });
});

describe('restore', () => {
  it('has the same servers in the same order, and counts ids on', () => {
    const { ioreqServers, create } = setup(16, {
      profile: '4.9',
      params: { IOREQ_SERVER_PFN: 4n, NR_IOREQ_SERVER_PAGES: 8n },
    });
    create();
    create();
    const other = new IoreqServers(ioreqServers.target);

    other.restore(ioreqServers.save());

    expect(other.inOrder.map(({ id }) => id)).toEqual([2, 1]);
    expect(other.nextId()).toBe(3);
  });
});

describe('ids before 4.11', () => {
  it('wrap at 16 bits and skip those in use', () => {
    const { ioreqServers, create } = setup(16, {
      profile: '4.9',
      params: { IOREQ_SERVER_PFN: 4n, NR_IOREQ_SERVER_PAGES: 8n },
    });
    create();

    for (let n = 0; n < 0xfffe; n++) ioreqServers.nextId();

    expect([create().id, ioreqServers.nextId()]).toEqual([0, 2]);
    expect(ioreqServers.inOrder.map(({ id }) => id)).toEqual([0, 1]);
  });
});
