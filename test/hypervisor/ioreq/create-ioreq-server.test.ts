import { describe, expect, it } from 'vitest';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

function setup(...args: Parameters<typeof hostWithRam>) {
  const context = hostWithRam(...args);
  const { d1, dom0 } = context;
  return {
    ...context,
    create: (handleBufioreq = 0) => runTask(createIoreqServer(d1, dom0, handleBufioreq)),
  };
}

describe('create_ioreq_server', () => {
  it('gives out the lowest of 8 ids, and the server is disabled and without a page', () => {
    const { create, events } = setup(4);

    const servers = Array.from({ length: 8 }, () => create());

    expect(servers.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(servers[0]).toMatchObject({ enabled: false, page: undefined, emulator: 0 });
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'ioreq_servers' });
  });

  it('answers ENOSPC for the ninth, but EINVAL first for a handling that there is not', () => {
    const { create } = setup(4);
    for (let n = 0; n < 8; n++) create();

    expect(() => create()).toThrow(errno('ENOSPC', 'domain 1 has 8 ioreq servers'));
    expect(() => create(3)).toThrow(errno('EINVAL', '3 is no way to handle bufioreqs'));
  });

  it('opens a port for every vcpu and, after the first, one for the ring', () => {
    const { create, d1 } = setup(4, { vcpus: 3 });

    const server = create(2);

    expect([server.requests.ports, server.bufioreqPort]).toEqual([[1, 3, 4], 2]);
    expect(d1.eventChannels.status(3)).toMatchObject({ state: 'unbound', remoteDomid: 0, vcpu: 1 });
  });

  it('takes nothing when the ports do not suffice', () => {
    const { create, d1 } = setup(4, { vcpus: 3 }, { maxEventChannelPort: 3 });

    expect(() => create(1)).toThrow(errno('ENOSPC'));

    expect([...d1.eventChannels.ports()]).toEqual([]);
    expect(d1.ioreqServers.inOrder).toEqual([]);
    expect(d1.pauseCount).toBe(0);
  });

  it('pauses the domain from before it takes the lock', () => {
    const { d1, dom0 } = setup(4);
    const task = createIoreqServer(d1, dom0, 0);

    expect(task.next(false).value).toBe('domain_pause');
    expect(d1.pauseCount).toBe(0);
    expect(task.next(false).value).toMatchObject({ point: 'ioreq_server_lock' });
    expect(d1.pauseCount).toBe(1);
    expect(task.next(false).done).toBe(true);
    expect(d1.pauseCount).toBe(0);
  });

  describe('before 4.11', () => {
    const params = { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 3n };

    it('counts ids up from 1 and gives the pages at once', () => {
      const { create } = setup(8, { profile: '4.9', params });

      const [first, second] = [create(), create(1)];

      expect([first.id, second.id]).toEqual([1, 2]);
      expect([first.ioreqPage.gfn, second.ioreqPage.gfn, second.bufioreqPage.gfn]).toEqual([
        2, 3, 4,
      ]);
    });

    it('answers ENOMEM when the pool is too small, and gives back what it took', () => {
      const { create } = setup(8, { profile: '4.8', params });
      create(1);

      expect(() => create(1)).toThrow(errno('ENOMEM'));

      expect(create().ioreqPage.gfn).toBe(4);
    });

    it('gives the pages back as well when the ports do not suffice', () => {
      const { create, d1 } = setup(
        8,
        { profile: '4.9', params, vcpus: 2 },
        { maxEventChannelPort: 1 },
      );

      expect(() => create(1)).toThrow(errno('ENOSPC'));

      expect(d1.ioreqGfns.allocate()).toBe(2);
    });
  });
});
